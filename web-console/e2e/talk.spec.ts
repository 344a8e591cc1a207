import { expect, test } from '@playwright/test';
import { Agent } from './Agent';
import { Buyer } from './Buyer';

const PASSWORD = 'tea-for-everyone';

test('a buyer and an agent talk, through a reload and a lost connection', async ({ browser }) => {
  const agent = await Agent.signsIn(browser, 'qing', PASSWORD);
  await agent.goesOnline();
  const buyer = await Buyer.arrives(browser);
  await buyer.opensChat();
  await buyer.says('在吗');
  await agent.takesUp('在吗');
  await agent.hears('在吗');
  await agent.says('在的,请讲');
  await buyer.hears('在的,请讲');
  await buyer.isTold(/小青/);

  await agent.page.reload();
  await buyer.says('盖碗烫手吗');
  await agent.takesUp('盖碗烫手吗');
  await agent.says('薄胎不烫手 <b>😊</b>');
  await buyer.hears('薄胎不烫手 <b>😊</b>');

  await buyer.context.setOffline(true);
  await buyer.says('断网时说的');
  await agent.says('断网时答的');
  await buyer.context.setOffline(false);
  await buyer.hears('断网时答的');
  await agent.hears('断网时说的');
  await agent.notes('老顾客');

  expect([...(await buyer.transcript())].sort()).toEqual([...(await agent.transcript())].sort());
  await buyer.page.reload();
  await buyer.opensChat();
  await buyer.hears('断网时答的');
  expect(await buyer.transcript()).toEqual(await agent.transcript());

  await agent.closes();
  await buyer.isTold(/会话已结束/);
  await buyer.says('还有一个问题');
  await agent.takesUp('还有一个问题');
  await buyer.hears('还有一个问题');
  await agent.closes();
  await agent.goesOffline();
  await buyer.leaves();
  await agent.leaves();
});
