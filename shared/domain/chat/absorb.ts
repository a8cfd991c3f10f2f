import type { CategoryChoice, Place } from './place';
import type { Frame, ReportDetails } from './state';
import type { Heard, HeardCategory, Turn } from './turn';

/** A category is sure from here on, or with this lead over the next. Defaults, to be confirmed on the held-out corpus. */
export const sureCategory = { confidence: 0.55, lead: 0.25 } as const;

const hideName = /匿名|不留名|不(?:要|想)?(?:说|透露|写|讲)(?:是)?我(?:的)?(?:名字|姓名)?|(?:莫|别)说是我|帮我保密/;

/** Whether the resident wishes to stay unnamed. */
export const wishesAnonymity = (text: string): boolean => hideName.test(text);

/** Everything a sentence says that the report does not know yet. What is known stays; corrections go through `correct`. */
export function absorb(frame: Frame, text: string, heard: Heard): Frame {
  const { details } = frame;
  const category = details.category ?? sureOf(heard.categories);
  const where = details.where && (details.where.villageCode || !heard.place) ? details.where : heard.place;
  const added: ReportDetails = {
    ...details,
    what: details.what ?? subject(text, heard),
    since: details.since ?? heard.since,
    landmark: details.landmark ?? heard.landmark,
    category,
    where,
    looked: details.looked && category === details.category && where === details.where,
    anonymous: details.anonymous || wishesAnonymity(text),
    sensitive: details.sensitive || heard.sensitive,
    danger: details.danger ?? heard.danger?.kind,
    said: details.said.includes(text) ? details.said : [...details.said, text],
    reading: details.what
      ? details.reading
      : { intent: heard.intent, confidence: heard.confidence, because: heard.because },
  };
  return {
    ...frame,
    details: withLandmark(added),
    categories: added.category ? undefined : choicesOf(heard.categories, frame.categories),
    places: added.where ? undefined : (heard.places ?? frame.places),
  };
}

/** A report with one thing corrected; undefined when the sentence corrects nothing that can be named. */
export function correct(frame: Frame, heard: Heard): Frame | undefined {
  const correction = heard.correction;
  if (!correction) return undefined;
  const { details } = frame;
  if (correction.place || correction.places) return replacePlace(frame, correction.place, correction.places);
  if (correction.field === 'where' && heard.place) return replacePlace(frame, heard.place);
  if (correction.field === 'where')
    return correction.to && details.where?.base
      ? replacePlace(frame, { ...details.where, label: `${details.where.base}${correction.to}` })
      : replacePlace(frame);
  if (correction.field === 'what' && !correction.to) return withoutSubject(frame);
  if (correction.field === 'since' && correction.to) return { ...frame, details: { ...details, since: correction.to } };
  const category = correction.category ?? sureOf(heard.categories);
  if (!correction.to || (!category && correction.field !== 'what')) return undefined;
  return {
    ...frame,
    categories: undefined,
    details: {
      ...details,
      what: correction.to,
      category: category ?? details.category,
      looked: false,
      said: [...details.said, `更正：${correction.to}`],
    },
  };
}

/** The report without its subject, to be asked again. */
export function withoutSubject(frame: Frame): Frame {
  const { what: _what, category: _category, ...rest } = frame.details;
  return { ...frame, categories: undefined, details: { ...rest, said: [], looked: false } };
}

/** The report at another place. Several candidates ask which one. */
export function replacePlace(frame: Frame, place?: Place, places?: readonly Place[]): Frame {
  const { where: _where, landmark: _landmark, ...rest } = frame.details;
  const details: ReportDetails = { ...rest, looked: false, ...(place && { where: place }) };
  return { ...frame, details, places: place ? undefined : places };
}

/** The report in another category. */
export const replaceCategory = (frame: Frame, category: CategoryChoice): Frame => ({
  ...frame,
  categories: undefined,
  details: { ...frame.details, category, looked: false },
});

/** Photos that came with a turn, each once. */
export function withPhotos(frame: Frame, photos: readonly string[], max: number): Frame {
  if (photos.length === 0) return frame;
  const all = [...new Set([...frame.details.photos, ...photos])].slice(0, max);
  return { ...frame, details: { ...frame.details, photos: all, photoAnswered: true } };
}

/** Whether a sentence brings anything to a report at all. */
export const bringsNothing = (heard: Heard): boolean =>
  !heard.place && !heard.places && !heard.landmark && !heard.since && heard.categories.length === 0 && !heard.danger;

/** What comes with a turn of any kind. */
export const photosOf = (turn: Turn): readonly string[] => ('photos' in turn ? turn.photos : []);

/** The pin of a turn. */
export const pinOf = (turn: Turn): Place | undefined => ('pin' in turn ? turn.pin : undefined);

/** The best category when it is sure. */
export function sureOf(categories: readonly HeardCategory[]): CategoryChoice | undefined {
  const [best, next] = categories;
  if (!best) return undefined;
  const sure =
    best.confidence >= sureCategory.confidence || best.confidence - (next?.confidence ?? 0) >= sureCategory.lead;
  return sure ? { code: best.code, name: best.name, sensitive: best.sensitive } : undefined;
}

function choicesOf(heard: readonly HeardCategory[], before: readonly CategoryChoice[] | undefined) {
  if (heard.length === 0) return before;
  return heard.slice(0, 2).map(({ code, name, sensitive }) => ({ code, name, sensitive }));
}

/** A landmark said before the village belongs to the place's name: 李庄镇高桥村 + 村口. */
function withLandmark(details: ReportDetails): ReportDetails {
  const { where, landmark } = details;
  if (!where?.villageCode || !landmark || where.label.includes(landmark)) return details;
  return { ...details, where: { ...where, base: where.base ?? where.label, label: `${where.label}${landmark}` } };
}

/** The subject in the resident's words; a sentence that names none is its own subject when short enough to be a title. */
function subject(text: string, heard: Heard): string | undefined {
  if (heard.what) return heard.what;
  const plain = text.replace(/\s+/g, '').replace(/[。！？.!?]+$/, '');
  return Array.from(plain).slice(0, 20).join('') || undefined;
}
