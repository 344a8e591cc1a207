import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { Agent } from './Agent';
import { Buyer } from './Buyer';
import { Complaints } from './Complaints';
import { DeskProcess } from './DeskProcess';

/** Makes the browser of a person what it is to be, before it opens the first page. */
type Prepare = (context: BrowserContext) => Promise<void>;

/** Brings people to the desk, each in a browser of their own, and sends them home after the test. */
export interface People {
  agent(name: string, prepare?: Prepare): Promise<Agent>;
  buyer(options?: BrowserContextOptions, prepare?: Prepare): Promise<Buyer>;
  /** On the page of a shop elsewhere. */
  buyerAt(address: string, prepare?: Prepare): Promise<Buyer>;
}

interface Each {
  readonly people: People;
  readonly complaints: Complaints;
}

/**
 * A desk for all tests of one worker. After a test that failed Playwright begins a new worker, and so a new desk. Those
 * that move a desk's clock or change its rules say that they are a `rehearsal`: they have a desk beside that of the others.
 */
export const test = base.extend<Each, { readonly rehearsal: boolean; readonly desk: DeskProcess }>({
  rehearsal: [false, { scope: 'worker', option: true }],
  desk: [
    async ({}, use, { project }) => {
      const folders = resolve(project.outputDir, '..');
      mkdirSync(folders, { recursive: true });
      const desk = await DeskProcess.start(folders);
      await use(desk);
      await desk.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ desk }, use) => use(desk.url),
  complaints: async ({ context }, use) => {
    const complaints = new Complaints();
    complaints.listenTo(context);
    await use(complaints);
    expect(complaints.all()).toEqual([]);
  },
  people: async ({ browser, complaints }, use) => {
    const agents: Agent[] = [];
    const buyers: Buyer[] = [];
    const enter = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext(options);
      complaints.listenTo(context);
      return context;
    };
    await use({
      agent: async (name, prepare) => {
        const context = await enter();
        await prepare?.(context);
        const agent = await Agent.signsIn(context, name);
        agents.push(agent);
        return agent;
      },
      buyer: async (options, prepare) => {
        const context = await enter(options);
        await prepare?.(context);
        const buyer = await Buyer.arrives(context);
        buyers.push(buyer);
        return buyer;
      },
      buyerAt: async (address, prepare) => {
        const context = await enter();
        await prepare?.(context);
        const buyer = await Buyer.arrives(context, address);
        buyers.push(buyer);
        return buyer;
      },
    });
    for (const agent of agents) {
      await agent.goesHome();
    }
    for (const buyer of buyers) {
      await buyer.context.close();
    }
  },
});

export { expect };
