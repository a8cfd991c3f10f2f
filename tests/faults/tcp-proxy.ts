import net from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import type { Random } from '../../prisma/seed/random';

/** A way between the desk and PostgreSQL that can be cut, or made slow. */
export interface Wire {
  port: number;
  /** From now on every byte is swallowed, in connections old and new, and nobody is told. */
  swallow(): void;
  /** From now on every byte takes `ms` longer each way, and so many of a thousand pieces break their connection. */
  slow(ms: number, breaksPerMille: number, random: Random): void;
  /** All passes as it should; connections that lost bytes stay silent for ever. */
  heal(): void;
  close(): Promise<void>;
}

/** Listens on a free loopback port and passes everything on to `target`. */
export async function layWire(target: { host: string; port: number }): Promise<Wire> {
  let isSwallowing = false;
  let delayMs = 0;
  let isBreaking = () => false;
  const sockets = new Set<net.Socket>();
  const lost = new WeakSet<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const pass = (from: net.Socket, to: net.Socket) => {
    let inTurn = Promise.resolve();
    const carry = async (bytes: Buffer, arrivesAt: number) => {
      const waitMs = arrivesAt - performance.now();
      if (waitMs > 0) await rest(waitMs);
      if (!to.destroyed) to.write(bytes);
    };
    from.on('data', (bytes) => {
      if (isSwallowing) lost.add(from).add(to);
      if (lost.has(from)) return;
      if (isBreaking()) from.destroy();
      const arrivesAt = performance.now() + delayMs;
      inTurn = inTurn.then(() => carry(bytes, arrivesAt));
    });
    from.on('close', () => void inTurn.then(() => to.destroy()));
  };
  const server = net.createServer((near) => {
    const far = net.connect(target);
    for (const socket of [near, far]) keep(socket);
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    swallow: () => {
      isSwallowing = true;
      for (const socket of sockets) lost.add(socket);
    },
    slow: (ms, breaksPerMille, random) => {
      delayMs = ms;
      isBreaking = () => random.chance(breaksPerMille / 1000);
    },
    heal: () => {
      isSwallowing = false;
      delayMs = 0;
      isBreaking = () => false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
