import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Invented statutes: nothing in them is law. */
export const teaHouseLaw = {
  id: 'chaguan',
  title: '茶馆管理条例（测试用，不是法律）',
  short: '茶馆条例',
  effective: '2020-03-01',
  history: ['2019年12月1日测试会议通过'],
  note: '',
  source: '测试自编',
  articles: [
    { no: 1, label: '第一条', path: ['第一章 总则'], text: '为了茶客喝茶方便，制定本条例。' },
    {
      no: 2,
      label: '第二条',
      path: ['第一章 总则'],
      text: '茶馆应当备足开水。\n茶客自带茶叶的，茶馆不得收取茶叶费。',
    },
    {
      no: 3,
      label: '第三条',
      path: ['第二章 竹椅'],
      text: '竹椅损坏的，由茶馆在三日内修理；茶客故意损坏的，照价赔偿。',
    },
    { no: 4, label: '第四条', path: ['第二章 竹椅'], text: '摆龙门阵声音过大，影响他人休息的，应当小声。' },
  ],
};

export const teaHouseMarkdown = `---
sidebar: auto
---

# 中华人民共和国凉糕法（测试用）

2021年5月6日测试会议通过

根据2023年7月8日测试会议《关于修改的决定》修正

## 第一章　总则

**第一条**　为了凉糕好吃，制定本法。

**第二条**　凉糕应当放红糖。

第十条规定的事项，也适用本条。

（一）红糖自熬；

（二）不放香精。

## 第二章　附则

**第三条**　本法自 2021 年 9 月 1 日起施行。
`;

const roots: string[] = [];
process.once('exit', () => {
  for (const root of roots) fs.rmSync(root, { recursive: true, force: true });
});

/** A folder with these files; gone when the process ends. */
export function folderOf(files: Record<string, unknown>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'laws-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  roots.push(root);
  return root;
}
