import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().optional(),
  /** The owner of the tables, for migrations; DATABASE_URL is then a role that owns nothing. */
  DATABASE_OWNER_URL: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  DISTRICT_ID: z
    .string()
    .regex(/^\d{6}$/)
    .default('511502'),
  DEMO: flag.optional(),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  FILE_SECRET: z.string().min(32).optional(),
  /** Wraps the keys that seal personal data; made at the first start when left out, but not in production. */
  FIELD_MASTER_KEY: z.string().min(32).optional(),
  /** The file with the wrapped keys; `keys/ring.json` in DATA_DIR by default. All instances share it. */
  FIELD_KEY_RING: z.string().optional(),
  /** What new keys seal with. */
  FIELD_CIPHER: z.enum(['sm4-ctr-hmac-sm3', 'aes-256-gcm']).default('sm4-ctr-hmac-sm3'),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  /** template key=template id, comma separated: progress=abc,due=def */
  WECHAT_TEMPLATES: z.string().default(''),
  /** Message push as it is set in WeChat's console; plain text is taken only where WECHAT_PUSH_PLAIN says so. */
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/)
    .optional(),
  WECHAT_PUSH_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional(),
  WECHAT_PUSH_PLAIN: flag.default(false),
  /** An OpenAI-compatible endpoint up to and with /v1; without it the writing assistant is off. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_PER_DAY: z.coerce.number().int().min(0).max(1_000_000).default(300),
  /** Other origins whose pages may call, comma separated; none by default. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/, '要写完整的来源，如 https://desk.example.cn'))),
  PUBLIC_URL: z.url().optional(),
  /** One proxy of ours stands before the desk: the caller's address is the one it saw last. */
  BEHIND_PROXY: flag.default(false),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(16),
});

/** What may be set, by name. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

const schema = settings
  .transform((env) => ({ ...env, DEMO: env.DEMO ?? env.NODE_ENV !== 'production' }))
  .superRefine((env, issue) => {
    const need = (name: string, why: string) => issue.addIssue({ code: 'custom', path: [name], message: why });
    if (env.DEMO && env.NODE_ENV === 'production') need('DEMO', '演示模式不能在 NODE_ENV=production 下启动');
    if (!env.DEMO && !(env.WECHAT_APP_ID && env.WECHAT_APP_SECRET))
      need('WECHAT_APP_ID', '非演示模式需要 WECHAT_APP_ID 和 WECHAT_APP_SECRET');
    if (Boolean(env.WECHAT_PUSH_TOKEN) !== Boolean(env.WECHAT_PUSH_AES_KEY))
      need('WECHAT_PUSH_TOKEN', '消息推送要同时设置 WECHAT_PUSH_TOKEN 和 WECHAT_PUSH_AES_KEY');
    if (env.LLM_BASE_URL && !(env.LLM_API_KEY && env.LLM_MODEL))
      need('LLM_API_KEY', '打开写作助手还需要 LLM_API_KEY 和 LLM_MODEL');
    if (env.NODE_ENV === 'production' && !env.FIELD_MASTER_KEY)
      need('FIELD_MASTER_KEY', '生产环境需要至少 32 个字符的 FIELD_MASTER_KEY');
    if (env.NODE_ENV === 'production' && !env.FILE_SECRET)
      need('FILE_SECRET', '生产环境需要至少 32 个字符的 FILE_SECRET');
  });

export type Env = z.output<typeof schema>;

/** Reads and checks the configuration. Throws one Error whose message lists every wrong setting, a line each. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new Error(
    ['配置有误：', ...parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)].join('\n'),
  );
}

/** `progress=abc,due=def` → Map of template key to WeChat template id. */
export function templateIds(setting: string): Map<string, string> {
  const pairs = setting.split(',').map((pair) => pair.trim().split('='));
  return new Map(pairs.flatMap(([key, id]) => (key && id ? [[key, id] as const] : [])));
}
