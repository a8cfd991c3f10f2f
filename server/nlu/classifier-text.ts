import { standardise } from './dialect';
import { normalize } from './normalize';
import { withoutSlips } from './slips';

/** A normalised message as the classifier sees it: standard words, slips put right. */
export function prepared(normalised: string): string {
  return withoutSlips(standardise(normalised));
}

/** The same from raw text; training and reading share this one path. */
export function classifierText(text: string): string {
  return prepared(normalize(text));
}
