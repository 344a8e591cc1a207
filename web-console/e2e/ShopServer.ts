import { createServer, type Server } from 'node:http';

const NONCE = 'c2hvcA';

/** What a shop's page may do to the elements that are not its own. */
const HOSTILE = `
  * { all: unset !important; display: none !important; color: red !important; font-size: 3px !important }
  html, head, body, h1 { display: block !important }
  div, iframe, button { position: static !important; visibility: hidden !important; transform: scale(0) !important }`;

/** A shop's own server, on an origin that is not the desk's, with a policy that allows as little as it can. */
export class ShopServer {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  /** @param shops whose scripts the page has, in this order */
  static async start(desk: string, shops: readonly string[], language = 'zh-CN'): Promise<ShopServer> {
    const scripts = shops.map(
      (shop) => `<script nonce="${NONCE}" src="${desk}/widget/loader.js" data-shop="${shop}"></script>`,
    );
    const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>一家店</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,"><style nonce="${NONCE}">${HOSTILE}</style></head>
      <body><main><h1>一家店</h1></main>${scripts.join('')}</body></html>`;
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${NONCE}'`,
      `style-src 'nonce-${NONCE}'`,
      'img-src data:',
      `connect-src ${desk}`,
      `frame-src ${desk}`,
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
    const server = createServer((_, response) => {
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return new ShopServer(server, `http://127.0.0.1:${String(port)}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
