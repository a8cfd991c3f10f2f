import { join } from 'node:path';
import sharp from 'sharp';
import { drawIcon } from '../components/icon/paths';

const tabs = ['say', 'talk', 'list', 'me'] as const;
const states = { '': '#57606A', '-on': '#0F7B5F' };

/** WeChat's tab bar takes PNG files only, 81 × 81. Run again with `npx tsx miniapp/assets/draw-tab-icons.ts` after a drawing changes. */
async function drawTabIcons(): Promise<void> {
  for (const name of tabs) {
    for (const [suffix, colour] of Object.entries(states)) {
      const drawing = sharp(Buffer.from(drawIcon(name, colour)), { density: 288 });
      await drawing
        .resize(81, 81)
        .png()
        .toFile(join(__dirname, 'tab', `${name}${suffix}.png`));
    }
  }
}

void drawTabIcons();
