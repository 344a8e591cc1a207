import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';

const START_MS = 120_000;
const STOP_MS = 40_000;
const SAY_MS = 2_000;

/** The whole desk as people install it: its jar, in a process and a folder of its own, so that it can be killed. */
export class DeskProcess {
  private process: ChildProcess;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly watchPort: number,
    private readonly profile: 'demo' | 'default',
  ) {
    this.process = this.launch();
  }

  static async start(folders: string, profile: 'demo' | 'default' = 'demo'): Promise<DeskProcess> {
    const folder = mkdtempSync(join(folders, 'desk-'));
    const desk = new DeskProcess(folder, await freePort(), await freePort(), profile);
    await desk.up();
    return desk;
  }

  get url(): string {
    return `http://localhost:${String(this.port)}`;
  }

  /** What a desk without anybody prints, for its first administrator. */
  get setupToken(): string {
    return /^ +([\w-]{43})$/m.exec(this.log())?.[1] ?? '';
  }

  /** Ends the server and its Redis between two instructions. */
  async kill9(): Promise<void> {
    const redis = Number(readFileSync(join(this.folder, 'redis/redis.pid'), 'utf8').trim());
    this.process.kill('SIGKILL');
    process.kill(redis, 'SIGKILL');
    await expect.poll(() => isAlive(this.process) || isRunning(redis)).toBe(false);
  }

  /**
   * Makes an agreement with a shop about the identities its server signs, which an operator does in Redis.
   *
   * @param secret shared by both
   */
  async agreesWith(shop: string, issuer: string, secret: Buffer): Promise<void> {
    const agreement = { algorithm: 'HS256', issuer, keys: [secret.toString('base64url')] };
    await this.inRedis(['HSET', 'shops:identities', shop, JSON.stringify(agreement)]);
  }

  /** The demo desk's clock goes on by so much at once, for all that happens at a time. Nothing turns it back. */
  async movesOn(ms: number): Promise<void> {
    await this.inRedis(['HINCRBY', '{d:demo}:clock', 'ahead', String(ms)]);
  }

  /** Carries out a command that answers a number. */
  private async inRedis(asked: readonly string[]): Promise<void> {
    const conf = readFileSync(join(this.folder, 'redis/redis.conf'), 'utf8');
    const valueOf = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(conf)?.[1] ?? '';
    const commands = [['AUTH', valueOf('requirepass')], asked, ['QUIT']];
    const socket = connect(Number(valueOf('port')), '127.0.0.1');
    socket.setEncoding('utf8');
    for (const command of commands) {
      const words = command.map((word) => `$${String(Buffer.byteLength(word))}\r\n${word}\r\n`);
      socket.write(`*${String(command.length)}\r\n${words.join('')}`);
    }
    let answer = '';
    for await (const part of socket) {
      answer += String(part);
    }
    expect(answer).toMatch(/^\+OK\r\n:\d+\r\n\+OK/);
  }

  /** On the same data, at the same address. */
  async startAgain(): Promise<void> {
    this.process = this.launch();
    await this.up();
  }

  async stop(): Promise<void> {
    if (!isAlive(this.process)) {
      return;
    }
    this.process.kill('SIGTERM');
    try {
      await expect.poll(() => isAlive(this.process), { timeout: STOP_MS }).toBe(false);
    } catch (trouble) {
      this.process.kill('SIGQUIT'); // says in its log what each thread does
      await delay(SAY_MS);
      this.process.kill('SIGKILL');
      throw new Error(`the desk did not stop:\n${this.log()}`, { cause: trouble });
    }
  }

  private launch(): ChildProcess {
    const log = openSync(join(this.folder, 'desk.log'), 'a');
    try {
      return spawn(
        required('JAVA'),
        [
          '-Xmx512m',
          '-XX:TieredStopAtLevel=1',
          '-jar',
          required('DESK_JAR'),
          `--spring.profiles.active=${this.profile}`,
          `--server.port=${String(this.port)}`,
          `--management.server.port=${String(this.watchPort)}`,
          `--desk.redis.data=${join(this.folder, 'redis')}`,
        ],
        { cwd: this.folder, stdio: ['ignore', log, log] },
      );
    } finally {
      closeSync(log);
    }
  }

  private async up(): Promise<void> {
    const state = async (): Promise<string> => {
      if (!isAlive(this.process)) {
        throw new Error(`the desk has ended:\n${this.log()}`);
      }
      return (await this.answers()) ? 'up' : 'starting';
    };
    await expect.poll(state, { timeout: START_MS, message: 'the desk lets people in' }).toBe('up');
  }

  private async answers(): Promise<boolean> {
    try {
      const address = `http://127.0.0.1:${String(this.watchPort)}/actuator/health/readiness`;
      return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  }

  private log(): string {
    return readFileSync(join(this.folder, 'desk.log'), 'utf8').slice(-8_000);
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run the browser tests by npm run e2e`);
  }
  return value;
}

/** One that nobody listened on a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
