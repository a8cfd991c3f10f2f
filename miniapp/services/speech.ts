import { inWechat } from './platform';

interface Recogniser {
  lang: string;
  interimResults: boolean;
  onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void;
  onend: () => void;
  onerror: () => void;
  start: () => void;
  stop: () => void;
}

interface SpeechPlugin {
  getRecordRecognitionManager: () => {
    onStop: (result: { result: string }) => void;
    onError: () => void;
    start: (options: { lang: string; duration: number }) => void;
    stop: () => void;
  };
  textToSpeech: (options: {
    lang: string;
    content: string;
    success: (made: { filename: string }) => void;
    fail: () => void;
  }) => void;
}

declare const requirePlugin: (name: string) => unknown;
declare const wx: { createInnerAudioContext: () => { src: string; play: () => void; stop: () => void } };

const plugin = (): SpeechPlugin | undefined =>
  inWechat && SPEECH_PLUGIN ? (requirePlugin('WechatSI') as SpeechPlugin) : undefined;

function browserRecogniser(): (new () => Recogniser) | undefined {
  if (inWechat || typeof window === 'undefined') return undefined;
  const known = window as unknown as Record<string, (new () => Recogniser) | undefined>;
  return known.SpeechRecognition ?? known.webkitSpeechRecognition;
}

/** Whether this phone can turn speech into words; where not, the microphone is not shown. */
export function canListen(): boolean {
  return inWechat ? SPEECH_PLUGIN : Boolean(browserRecogniser());
}

/** Listens until stopped or 60 seconds; `heard` gets the words ('' when nothing was understood). Returns how to stop. */
export function listen(heard: (text: string) => void): () => void {
  const speech = plugin();
  if (speech) {
    const recorder = speech.getRecordRecognitionManager();
    recorder.onStop = ({ result }) => heard(result);
    recorder.onError = () => heard('');
    recorder.start({ lang: 'sichuanhua', duration: 60_000 });
    return () => recorder.stop();
  }
  const Recognition = browserRecogniser();
  if (!Recognition) return () => undefined;
  const recogniser = new Recognition();
  let words = '';
  recogniser.lang = 'zh-CN';
  recogniser.interimResults = false;
  recogniser.onresult = ({ results }) => {
    words = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
  };
  recogniser.onerror = () => undefined;
  recogniser.onend = () => heard(words);
  recogniser.start();
  return () => recogniser.stop();
}

/** Whether this phone can read aloud. */
export function canSpeak(): boolean {
  return inWechat ? SPEECH_PLUGIN : typeof speechSynthesis !== 'undefined';
}

let stopSpeaking: () => void = () => undefined;

/** Reads a text aloud, stopping whatever was being read; `ended` is called when it is over. */
export function speak(text: string, ended: () => void): void {
  stopSpeaking();
  const speech = plugin();
  if (speech) {
    const audio = wx.createInnerAudioContext();
    stopSpeaking = () => audio.stop();
    speech.textToSpeech({
      lang: 'zh_CN',
      content: text,
      success: ({ filename }) => {
        audio.src = filename;
        audio.play();
        ended();
      },
      fail: ended,
    });
    return;
  }
  if (!canSpeak()) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.9;
  utterance.onend = ended;
  utterance.onerror = ended;
  stopSpeaking = () => speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

/** Stops reading aloud. */
export function hush(): void {
  stopSpeaking();
}
