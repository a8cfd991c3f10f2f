import { EventEmitter } from 'node:events';
import pg from 'pg';

/** Wake-ups for open conversations, across instances. Only a hint: polling finds the same messages without it. */
export interface Live {
  /** Calls `wake` when conversation `id` has something new. Returns how to stop listening. */
  listen(id: string, wake: () => void): () => void;
  close(): Promise<void>;
}

/** The PostgreSQL channel; the payload is a conversation id. Senders: `SELECT pg_notify('chat', id)` in their transaction. */
export const liveChannel = 'chat';
const reconnectMs = 2000;

/** Listens on one connection of its own and comes back by itself when it is lost. */
export function openLive(url: string): Live {
  const wakes = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    if (closed) return;
    client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
    client.on('notification', ({ payload }) => payload && wakes.emit(payload));
    client.on('error', () => undefined);
    client.on('end', () => setTimeout(() => void connect(), reconnectMs).unref());
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
    } catch {
      client.end().catch(() => undefined);
    }
  };
  void connect();

  return {
    listen: (id, wake) => {
      wakes.on(id, wake);
      return () => wakes.off(id, wake);
    },
    close: async () => {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
