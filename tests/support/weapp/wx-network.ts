interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: { errMsg: string }) => void;
  complete?: (result: object) => void;
}

interface RequestOptions extends Callbacks {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  enableChunked?: boolean;
  responseType?: 'text' | 'arraybuffer';
}

interface UploadOptions extends Callbacks {
  url: string;
  filePath: string;
  name: string;
  fileName?: string;
  formData?: Record<string, string>;
  header?: Record<string, string>;
}

interface Network {
  /** Where the bundle was told the desk is (API_BASE when it was built). */
  builtFor: string;
  /** Where the desk really is in this test. */
  desk: string;
  /** The bytes behind a temporary path that the phone gave out. */
  file(path: string): Uint8Array | undefined;
  failed(what: string): void;
}

const readable = (bytes: Uint8Array): unknown => {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** WeChat's network over real HTTP. Any other host than the desk's is refused, as one that is not among the mini-program's domains. */
export function wxNetwork({ builtFor, desk, file, failed }: Network) {
  const open = new Set<AbortController>();
  const asked = new Set<AbortController>();

  /** Sends and calls back once: `success` for every answer, whatever its status, `fail` when there was none. */
  const send = (
    name: string,
    options: Callbacks & { url: string },
    init: RequestInit,
    read: (response: Response) => unknown,
  ) => {
    const cut = new AbortController();
    open.add(cut);
    if (!('enableChunked' in options && options.enableChunked)) asked.add(cut);
    const exchange = async () => {
      if (!options.url.startsWith(`${builtFor}/`)) {
        failed(`a request to ${options.url}, which is not the desk`);
        throw new Error('url not in domain list');
      }
      const response = await fetch(desk + options.url.slice(builtFor.length), { ...init, signal: cut.signal });
      const header = Object.fromEntries(response.headers);
      return { statusCode: response.status, header, data: await read(response), errMsg: `${name}:ok` };
    };
    const ended = exchange().then(
      (result) => {
        options.success?.(result);
        options.complete?.(result);
      },
      (error: Error) => {
        const result = { errMsg: `${name}:fail ${error.message}` };
        options.fail?.(result);
        options.complete?.(result);
      },
    );
    ended
      .catch((error: Error) => failed(String(error.stack)))
      .finally(() => {
        open.delete(cut);
        asked.delete(cut);
      });
    return () => cut.abort();
  };

  const request = (options: RequestOptions) => {
    const listeners: ((event: { data: ArrayBuffer }) => void)[] = [];
    const method = (options.method ?? 'GET').toUpperCase();
    const body = method === 'GET' || options.data === undefined ? undefined : JSON.stringify(options.data);
    const headers = { 'content-type': 'application/json', ...options.header };
    const read = async (response: Response): Promise<unknown> => {
      if (!options.enableChunked) {
        const bytes = new Uint8Array(await response.arrayBuffer());
        return options.responseType === 'arraybuffer' ? bytes.buffer : readable(bytes);
      }
      const parts = (response.body ?? []) as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>;
      for await (const part of parts) for (const listener of listeners) listener({ data: part.buffer });
      return '';
    };
    return {
      abort: send('request', options, { method, headers, body }, read),
      onChunkReceived: (listener: (event: { data: ArrayBuffer }) => void) => void listeners.push(listener),
    };
  };

  const uploadFile = (options: UploadOptions) => {
    const listeners: ((event: { progress: number }) => void)[] = [];
    const form = new FormData();
    for (const [name, value] of Object.entries(options.formData ?? {})) form.set(name, value);
    const bytes = file(options.filePath);
    if (bytes)
      form.set(options.name, new Blob([Buffer.from(bytes)], { type: 'image/jpeg' }), options.fileName ?? 'photo.jpg');
    else failed(`uploadFile of ${options.filePath}, which nobody gave out`);
    const read = async (response: Response) => {
      for (const listener of listeners) listener({ progress: 100 });
      return await response.text();
    };
    return {
      abort: send('uploadFile', options, { method: 'POST', headers: options.header, body: form }, read),
      onProgressUpdate: (listener: (event: { progress: number }) => void) => void listeners.push(listener),
    };
  };

  return {
    api: { request, uploadFile },
    /** Whether anything has been asked and not answered yet; the live channel, which never ends, does not count. */
    isWaiting: () => asked.size > 0,
    /** Cuts whatever is still under way. */
    close: () => {
      for (const one of open) one.abort();
    },
  };
}
