import type { QrCode } from '#prisma';
import type { Output } from '#shared/contract';
import { spacedCode } from '#shared/domain/codes/place-code';
import { agoText } from '#shared/domain/text/dates';
import type { Subject } from './subjects';

/** A subject with its code, when it has one in use. */
export const presentSubject = (
  { subjectId, name, detail }: Subject,
  code: QrCode | undefined,
  now: Date,
): Output<'codes.list'>['items'][number] => ({
  ...{ subjectId, name, detail },
  code: code
    ? {
        ...{ id: code.id, code: code.code, text: spacedCode(code.code), opened: code.opened },
        ...{ madeText: agoText(code.madeAt, now), drawn: code.pictureKey !== null },
      }
    : null,
});
