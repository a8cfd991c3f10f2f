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
/** A connection that only listens would never notice that the network swallows everything: it is asked now and then. */
const askMs = 10_000;

/** Listens on one connection of its own and comes back by itself when it is lost. */
export function openLive(url: string): Live {
  const wakes = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    if (closed) return;
    const own = new pg.Client({
      ...{ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 5000 },
      application_name: 'desk-live',
    });
    client = own;
    const asking = setInterval(() => own.query('SELECT 1').catch(() => own.end()), askMs).unref();
    own.on('notification', ({ payload }) => payload && wakes.emit(payload));
    own.on('error', () => undefined);
    own.once('end', () => {
      clearInterval(asking);
      setTimeout(() => void connect(), reconnectMs).unref();
    });
    try {
      await own.connect();
      await own.query(`LISTEN ${liveChannel}`);
    } catch {
      await own.end().catch(() => undefined);
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
