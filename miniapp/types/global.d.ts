/// <reference types="@tarojs/taro" />

/** Where the API answers: empty on H5 (same origin), an absolute address in the mini-program. Set when building. */
declare const API_BASE: string;
/** Whether this build carries WeChat's speech plugin (environment WECHAT_SI_VERSION). */
declare const SPEECH_PLUGIN: boolean;

declare module '*.scss';
