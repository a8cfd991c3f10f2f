import { AppError } from '#shared/errors';
import { type ExposedSpan, exposedIn } from '../../nlu/public-text';

const names: Readonly<Record<ExposedSpan['kind'], string>> = {
  phone: '电话',
  id_card: '身份证号',
  bank_card: '银行卡号',
  plate: '车牌号',
  address: '门牌号',
  minor: '孩子的名字',
};

/** Residents are asked to take out of a public text what gives somebody away before it is written down. Throws text_exposes, each field with what was found. */
export function mustNotExpose(texts: Readonly<Record<string, string>>): void {
  const found = Object.entries(texts).flatMap(([field, text]) => {
    const spans = exposedIn(text).map(({ kind, start, end }) => `${names[kind]}“${text.slice(start, end)}”`);
    return spans.length > 0 ? [[field, `里面有${spans.join('、')}，公开的内容请去掉再发`] as const] : [];
  });
  if (found.length > 0) throw new AppError('text_exposes', Object.fromEntries(found));
}
