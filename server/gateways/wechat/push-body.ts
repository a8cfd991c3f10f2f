import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Entities stay as they are written and numbers stay text: WeChat puts every text into CDATA. */
const xml = new XMLParser({
  processEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
});

/** WeChat's message numbers have more digits than a JavaScript number keeps. */
const longNumbers = /("MsgI[dD]"\s*:\s*)(\d{16,})/g;

/** The fields of a push, which is JSON or XML by its first character; undefined when it is neither, or brings declarations of its own. */
export function pushFields(body: string): Record<string, unknown> | undefined {
  const text = body.trim();
  try {
    const read: unknown = text.startsWith('<') ? xmlFields(text) : JSON.parse(text.replace(longNumbers, '$1"$2"'));
    return isRecord(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function xmlFields(text: string): unknown {
  if (/<!(?!\[CDATA\[)/.test(text) || XMLValidator.validate(text) !== true) return undefined;
  const read: unknown = xml.parse(text);
  return isRecord(read) ? read.xml : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
