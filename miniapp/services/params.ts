/** A page parameter as words: WeChat hands it over still encoded, the browser does not. */
export function wordsOfParam(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return text;
  }
}
