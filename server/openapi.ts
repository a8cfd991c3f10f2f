import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { contract } from '#shared/contract';
import { errors } from '#shared/errors';

const Failure = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(errors) as [string, ...string[]]),
      message: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  })
  .meta({ id: 'Failure', description: '失败：编码与一句话' });

let made: ReturnType<typeof createDocument> | undefined;

/** The OpenAPI 3.1 document of the contract, made once. */
export function document() {
  made ??= createDocument({
    openapi: '3.1.0',
    info: { title: '翠屏服务台', version: '1', description: 'RPC over POST: /api/<feature>.<verb>' },
    servers: [{ url: '/', description: '服务台自己的地址' }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(
      Object.entries(contract).map(([name, { kind, access, summary, input, output }]) => [
        `/api/${name}`,
        {
          post: {
            operationId: name,
            summary,
            tags: [name.split('.')[0] ?? name],
            security: access === 'public' ? [] : [{ session: [] }],
            ...(kind === 'command' && {
              parameters: [
                {
                  in: 'header' as const,
                  name: 'idempotency-key',
                  schema: { type: 'string' as const },
                  required: false,
                },
              ],
            }),
            requestBody: { content: { 'application/json': { schema: input } } },
            responses: {
              '200': { description: '成功', content: { 'application/json': { schema: output } } },
              '4XX': {
                description: '不能这样做：编码在失败目录里',
                content: { 'application/json': { schema: Failure } },
              },
              '5XX': { description: '暂时办不了', content: { 'application/json': { schema: Failure } } },
            },
          },
        },
      ]),
    ),
  });
  return made;
}
