process.env.TARO_ENV = 'h5';
Object.assign(globalThis, { API_BASE: '', SPEECH_PLUGIN: false, IS_REACT_ACT_ENVIRONMENT: true });
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value));
