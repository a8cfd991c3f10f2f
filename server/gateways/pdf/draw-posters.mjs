// Draws posters (server/gateways/pdf/posters.ts) in a thread of its own and posts the PDF back.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

const fonts = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')),
  '../fonts/NotoSansHans-Medium.otf',
);
const jade = '#0F7B5F';
const ink = '#1F2328';
const quiet = '#57606A';
/** A4 in points. */
const page = { width: 595.28, height: 841.89 };
const margin = 48;
const wide = page.width - 2 * margin;

/** An ordinary QR code as one path of squares, `size` points wide. */
function drawQr(doc, text, x, y, size) {
  const { data, size: count } = encode(text, { ecc: 'M', border: 2 });
  const step = size / count;
  doc.rect(x, y, size, size).fill('#FFFFFF');
  for (const [row, line] of data.entries())
    for (const [column, dark] of line.entries())
      if (dark) doc.rect(x + column * step, y + row * step, step + 0.05, step + 0.05);
  doc.fill('#000000');
}

/** One line in the middle, smaller when it is too long for the page. */
function line(doc, text, y, size, colour) {
  let fitted = size;
  while (fitted > 12 && doc.fontSize(fitted).widthOfString(text) > wide) fitted -= 1;
  doc
    .fontSize(fitted)
    .fillColor(colour)
    .text(text, margin, y, { width: wide, align: 'center', height: 2 * size });
}

function drawPoster(doc, { slogan, name, detail, code, plain, link, picture }) {
  doc.rect(0, 0, page.width, 190).fill(jade);
  line(doc, '翠屏服务台', 44, 22, '#FFFFFF');
  line(doc, slogan, 82, 54, '#FFFFFF');
  line(doc, name, 216, 34, ink);
  line(doc, detail, 266, 18, quiet);
  const size = 300;
  const x = (page.width - size) / 2;
  if (picture) doc.image(Buffer.from(picture), x, 306, { width: size, height: size });
  else drawQr(doc, link ?? plain, x, 306, size);
  line(doc, '打开微信，扫一扫', 618, 24, ink);
  doc
    .moveTo(margin, 666)
    .lineTo(page.width - margin, 666)
    .lineWidth(1)
    .stroke('#D8DEE4');
  const left = link ? margin + 124 : margin;
  if (link) drawQr(doc, link, margin, 680, 108);
  const told = { width: page.width - margin - left };
  doc.fontSize(14).fillColor(quiet);
  if (link) doc.text('没有微信的，用手机浏览器扫左边这个。', left, 688, told);
  doc.text(`编号 ${code}`, left, link ? 712 : 700, told);
  doc.text('急事请直接拨打 110、119、120。', left, link ? 752 : 732, told);
}

const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: '翠屏服务台扫码牌' } });
const chunks = [];
doc.on('data', (chunk) => chunks.push(chunk));
doc.on('end', () => parentPort.postMessage(new Uint8Array(Buffer.concat(chunks))));
doc.registerFont('hans', fs.readFileSync(fonts));
for (const poster of workerData) {
  doc.addPage();
  doc.font('hans');
  drawPoster(doc, poster);
}
doc.end();
