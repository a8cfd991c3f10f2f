import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { putModel, settleModel } from '#server/nlu/model-files';

const read = (folder: string) => fs.readFileSync(path.join(folder, 'model.json'), 'utf8');

describe('a new model', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-model-'));
    fs.writeFileSync(path.join(folder, 'model.json'), 'old');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('gives the place back when it measures worse, even after two trainings', () => {
    putModel(folder, 'worse');
    putModel(folder, 'worse still');
    expect(read(folder)).toBe('worse still');
    expect(settleModel(folder, false)).toBe(true);
    expect(read(folder)).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['model.json']);
  });

  it('stays when it measures as well; nothing is given back afterwards', () => {
    putModel(folder, 'better');
    expect(settleModel(folder, true)).toBe(false);
    expect(settleModel(folder, false)).toBe(false);
    expect(read(folder)).toBe('better');
  });

  it('is simply put where there was none', () => {
    fs.rmSync(path.join(folder, 'model.json'));
    putModel(folder, 'first');
    expect(settleModel(folder, false)).toBe(false);
    expect(read(folder)).toBe('first');
  });
});
