import Taro from '@tarojs/taro';
import { inWechat } from './platform';

/** A file as the server takes it in. */
export interface Table {
  readonly fileName: string;
  /** base64. */
  readonly content: string;
}

/** Lets somebody choose one CSV or XLSX: from a chat in WeChat, from the computer elsewhere. Undefined when they changed their mind. */
export const pickTable = (): Promise<Table | undefined> => (inWechat ? fromChat() : fromComputer());

async function fromChat(): Promise<Table | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] }).catch(
    () => undefined,
  );
  const [file] = chosen?.tempFiles ?? [];
  if (!file) return undefined;
  const content = Taro.getFileSystemManager().readFileSync(file.path, 'base64');
  return { fileName: file.name, content: String(content) };
}

function fromComputer(): Promise<Table | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.xlsx';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (!file) return resolve(undefined);
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        const [, content = ''] = String(reader.result).split(',');
        resolve({ fileName: file.name, content });
      });
      reader.addEventListener('error', () => resolve(undefined));
      reader.readAsDataURL(file);
    });
    input.click();
  });
}
