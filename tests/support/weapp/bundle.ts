import fs from 'node:fs';
import path from 'node:path';

/** WEAPP_DIST names another folder with a built mini-program. */
const root = process.env.WEAPP_DIST ?? path.resolve(__dirname, '../../../dist/weapp');

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
}

/** The built mini-program as WeChat would receive it: files by their path inside the package. */
export interface Bundle {
  /** Every page of the main package and of the sub-packages, in the order of app.json. */
  pages: string[];
  tabs: string[];
  has(file: string): boolean;
  read(file: string): string;
  /** Files whose name ends so. */
  list(ending: string): string[];
}

/** Opens dist/weapp. Throws a sentence saying what to run when it has not been built. */
export function openBundle(): Bundle {
  if (!fs.existsSync(path.join(root, 'app.json')))
    throw new Error('dist/weapp is not built; run `npm run build:weapp` first');
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppJson;
  const inner = (app.subPackages ?? []).flatMap((one) => one.pages.map((page) => path.posix.join(one.root, page)));
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return {
    pages: [...app.pages, ...inner],
    tabs: (app.tabBar?.list ?? []).map((tab) => tab.pagePath),
    has: (file) => files.includes(file),
    read,
    list: (ending) => files.filter((file) => file.endsWith(ending)),
  };
}
