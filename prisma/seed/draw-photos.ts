import path from 'node:path';
import sharp from 'sharp';

/**
 * Draws the pictures of the demonstration into prisma/data/photos (`npx tsx prisma/seed/draw-photos.ts`; needs a Chinese font in the system).
 * They are drawn, not photographed, and say so on their face.
 */
const [width, height] = [960, 720];

const sky = (top: string, bottom: string) =>
  `<defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
   <radialGradient id="glow"><stop offset="0" stop-color="#fff3c4" stop-opacity=".95"/><stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient></defs>
   <rect width="${width}" height="${height}" fill="url(#sky)"/>`;
const hills = (near: string, far: string) =>
  `<path d="M0 420 Q180 300 360 400 T720 380 T960 410 V720 H0Z" fill="${far}"/><path d="M0 480 Q240 400 480 470 T960 460 V720 H0Z" fill="${near}"/>`;
const house = (x: number, y: number, wall: string, roof: string) =>
  `<rect x="${x}" y="${y}" width="190" height="130" fill="${wall}"/><path d="M${x - 18} ${y} L${x + 95} ${y - 66} L${x + 208} ${y}Z" fill="${roof}"/>
   <rect x="${x + 26}" y="${y + 36}" width="42" height="42" fill="#3d4a52" opacity=".7"/><rect x="${x + 118}" y="${y + 46}" width="40" height="84" fill="#5b4636"/>`;
const road = (fill: string) =>
  `<path d="M360 470 L600 470 L960 720 L0 720Z" fill="${fill}"/><path d="M476 470 L484 470 L500 720 L460 720Z" fill="#e8e2cf" opacity=".7"/>`;

const lamp = (isLit: boolean) =>
  `${isLit ? sky('#1d2b44', '#55607a') : sky('#0e1524', '#2b3346')}${hills('#1f2a26', '#28343d')}${house(90, 350, isLit ? '#6d6252' : '#39362f', '#2b241d')}
   ${road(isLit ? '#4a4d52' : '#26282c')}<rect x="640" y="130" width="12" height="430" fill="#8d949c"/><path d="M646 136 Q646 108 590 108" stroke="#8d949c" stroke-width="10" fill="none"/>
   <ellipse cx="578" cy="114" rx="30" ry="12" fill="${isLit ? '#fff3c4' : '#5f666e'}"/>${isLit ? '<circle cx="578" cy="140" r="230" fill="url(#glow)"/>' : ''}`;
const yard = (middle: string) =>
  `${sky('#bcd3dd', '#eef1e6')}${hills('#8fa878', '#a9bda0')}${house(70, 330, '#e7e0d0', '#8a5a44')}${house(690, 340, '#dfd6c2', '#7a5140')}${road('#9b9a95')}${middle}`;
const bin = (x: number) =>
  `<rect x="${x}" y="470" width="96" height="130" rx="8" fill="#3f7d5c"/><rect x="${x - 8}" y="456" width="112" height="20" rx="8" fill="#2f6248"/>`;
const heap = Array.from({ length: 26 }, (_, index) => {
  const [x, y] = [300 + ((index * 97) % 340), 560 + ((index * 53) % 90)];
  const colour = ['#3b3b3b', '#c9b9a0', '#7f8f9b', '#b5533c', '#ddd6c6'][index % 5];
  return `<ellipse cx="${x}" cy="${y}" rx="${34 + ((index * 7) % 26)}" ry="${22 + ((index * 5) % 14)}" fill="${colour}"/>`;
}).join('');
const hole =
  '<path d="M360 600 q40 -40 110 -30 q90 -6 120 34 q-20 46 -110 48 q-100 6 -120 -52Z" fill="#4d4a45"/><path d="M392 606 q60 -26 160 4 q-40 26 -90 26 q-60 0 -70 -30Z" fill="#6b7f88"/><path d="M330 590 l-60 -18 M600 610 l70 -10 M470 655 l-10 40" stroke="#5b5852" stroke-width="5"/>';
const patch = '<path d="M340 590 h290 l30 76 h-350Z" fill="#55565a"/>';
const cover = (isWhole: boolean) =>
  `<ellipse cx="480" cy="610" rx="120" ry="52" fill="#4c4e52"/>${isWhole ? '<ellipse cx="480" cy="604" rx="108" ry="44" fill="#7d8186"/><path d="M390 604 h180 M480 562 v84 M410 580 l140 48 M550 580 l-140 48" stroke="#5d6166" stroke-width="6"/>' : '<ellipse cx="480" cy="612" rx="104" ry="42" fill="#17191c"/><path d="M560 560 q60 10 70 44 l-80 20Z" fill="#7d8186"/>'}`;
const sewer = (isClean: boolean) =>
  `<rect x="380" y="560" width="200" height="60" rx="6" fill="#5b5e62"/>${Array.from({ length: 8 }, (_, i) => `<rect x="${394 + i * 23}" y="568" width="9" height="44" fill="#26282b"/>`).join('')}${isClean ? '' : '<path d="M250 600 q90 -60 230 -20 q150 -30 240 40 q20 60 -220 70 q-260 0 -250 -90Z" fill="#5d5a3a" opacity=".82"/><ellipse cx="420" cy="625" rx="46" ry="12" fill="#8b8860" opacity=".7"/>'}`;

const shelf = (good: string) =>
  `<rect width="${width}" height="${height}" fill="#efe9dc"/><rect y="560" width="${width}" height="160" fill="#c9a87a"/><rect y="560" width="${width}" height="14" fill="#b08c5c"/>${good}`;
const sack = shelf(
  '<path d="M330 210 q150 -36 300 0 q46 180 20 350 h-340 q-26 -170 20 -350Z" fill="#f7f4ea"/><path d="M330 210 q150 40 300 0 l-12 -42 q-138 -26 -276 0Z" fill="#e2dccb"/><rect x="372" y="300" width="216" height="150" rx="14" fill="#3f7d5c"/><ellipse cx="480" cy="375" rx="62" ry="26" fill="#f7f4ea"/><path d="M424 375 h112 M436 362 h88 M436 388 h88" stroke="#c9c2ad" stroke-width="6"/>',
);
const bottle = shelf(
  '<rect x="436" y="120" width="88" height="60" rx="10" fill="#b5533c"/><path d="M446 180 h68 q4 60 46 96 q24 22 24 60 v200 q0 24 -24 24 h-160 q-24 0 -24 -24 v-200 q0 -38 24 -60 q42 -36 46 -96Z" fill="#e6b93f"/><rect x="392" y="370" width="176" height="120" rx="10" fill="#fff8e2"/><path d="M480 392 q34 40 0 76 q-34 -36 0 -76Z" fill="#d99a1f"/>',
);
const bag = shelf(
  '<rect x="340" y="200" width="280" height="360" rx="18" fill="#2f7fb8"/><rect x="340" y="200" width="280" height="50" rx="18" fill="#20638f"/><circle cx="480" cy="390" r="88" fill="#eaf4fb"/><path d="M430 398 q24 -60 52 -8 q26 -52 50 8 q-50 52 -102 0Z" fill="#2f7fb8"/><circle cx="560" cy="310" r="16" fill="#eaf4fb"/><circle cx="400" cy="476" r="12" fill="#eaf4fb"/>',
);
const towel = shelf(
  '<rect x="300" y="420" width="360" height="70" rx="26" fill="#d98b6a"/><rect x="300" y="350" width="360" height="70" rx="26" fill="#f2d3a8"/><rect x="300" y="490" width="360" height="70" rx="26" fill="#88a98c"/><path d="M330 385 h300 M330 455 h300 M330 525 h300" stroke="#fff" stroke-width="7" stroke-dasharray="26 14" opacity=".75"/>',
);
const books = shelf(
  '<rect x="350" y="250" width="240" height="310" rx="10" fill="#b5533c"/><rect x="350" y="250" width="34" height="310" fill="#8f3d2b"/><rect x="420" y="306" width="136" height="60" rx="6" fill="#fff3e6"/><path d="M436 328 h104 M436 346 h70" stroke="#8f3d2b" stroke-width="6"/><path d="M632 560 l60 -300 26 6 -60 294Z" fill="#e6b93f"/><path d="M692 260 l26 6 4 -40Z" fill="#3d4a52"/>',
);

const pictures: Record<string, string> = {
  'good-rice': sack,
  'good-oil': bottle,
  'good-powder': bag,
  'good-towel': towel,
  'good-books': books,

  'streetlight-before': lamp(false),
  'streetlight-after': lamp(true),
  'garbage-before': yard(bin(240) + heap),
  'garbage-after': yard(bin(240) + bin(352)),
  'road-before': yard(hole),
  'road-after': yard(patch),
  'manhole-before': yard(cover(false)),
  'manhole-after': yard(cover(true)),
  'sewage-before': yard(sewer(false)),
  'sewage-after': yard(sewer(true)),
};

async function draw(name: string, scene: string): Promise<void> {
  const label = `<rect y="${height - 54}" width="${width}" height="54" fill="#000" opacity=".55"/><text x="24" y="${height - 18}" font-size="28" fill="#fff" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif">演示图片，不是实拍</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${scene}${label}</svg>`;
  await sharp(Buffer.from(svg))
    .jpeg({ quality: 78, mozjpeg: true })
    .toFile(path.resolve('prisma/data/photos', `${name}.jpg`));
}

async function main(): Promise<void> {
  for (const [name, scene] of Object.entries(pictures)) await draw(name, scene);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
