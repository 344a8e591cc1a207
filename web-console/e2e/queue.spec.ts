import { setCap } from './admin';
import { expect, test } from './test';

test('who waits sees the place in the queue, moves up, and is served', async ({ desk, people }) => {
  await setCap(desk.url, ['ci'], 2);
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const first = await people.buyer();
  await first.asks('售后', '第一位');
  const second = await people.buyer();
  await second.asks('售后', '第二位');
  await expect(ci.conversations).toHaveCount(2);

  const third = await people.buyer();
  await third.asks('售后', '第三位');
  await third.isTold('下一位就是您');
  const fourth = await people.buyer();
  await fourth.asks('售后', '第四位');
  await fourth.isTold('您前面还有 1 人');

  await ci.takesUp('第一位');
  await ci.closes();
  await third.isTold('小瓷 正在为您服务');
  await fourth.isTold('下一位就是您');
  await ci.takesUp('第三位');
  await ci.says('久等了');
  await third.hears('久等了');
  await ci.closes();
  await fourth.isTold('小瓷 正在为您服务');
  await ci.takesUp('第四位');
  await ci.hears('第四位');
  await setCap(desk.url, ['ci'], 5);
});
