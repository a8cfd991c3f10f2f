import net from 'node:net';

/** A way between the desk and PostgreSQL that can be cut. */
export interface Wire {
  port: number;
  /** From now on every byte is swallowed, in connections old and new, and nobody is told. */
  swallow(): void;
  /** New connections pass again; those that lost bytes stay silent for ever. */
  heal(): void;
  close(): Promise<void>;
}

/** Listens on a free loopback port and passes everything on to `target`. */
export async function layWire(target: { host: string; port: number }): Promise<Wire> {
  let isSwallowing = false;
  const sockets = new Set<net.Socket>();
  const lost = new WeakSet<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const pass = (from: net.Socket, to: net.Socket) => {
    from.on('data', (bytes) => {
      if (isSwallowing) lost.add(from).add(to);
      else if (!lost.has(from)) to.write(bytes);
    });
    from.on('close', () => to.destroy());
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
    heal: () => {
      isSwallowing = false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
