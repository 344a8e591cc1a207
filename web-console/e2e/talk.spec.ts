import { expect, test } from './test';

test('two buyers and two agents talk both ways, and nobody hears the others', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '盖碗烫手吗');
  const ben = await people.buyer();
  await ben.asks('售后', '杯子碎了');

  await qing.takesUp('盖碗烫手吗');
  await qing.says('薄胎不烫手 <b>😊</b>');
  await anna.hears('薄胎不烫手 <b>😊</b>');
  await anna.isTold('小青 正在为您服务');
  await ci.takesUp('杯子碎了');
  await ci.says('马上补发');
  await ben.hears('马上补发');
  await ben.isTold('小瓷 正在为您服务');
  await anna.says('那就来一个');
  await qing.hears('那就来一个');
  await qing.notes('老顾客');

  const annasTalk = ['盖碗烫手吗', '薄胎不烫手 <b>😊</b>', '那就来一个'];
  await expect(anna.said).toHaveText(annasTalk);
  await expect(qing.said).toHaveText(annasTalk);
  await expect(ben.said).toHaveText(['杯子碎了', '马上补发']);
  await expect(ci.said).toHaveText(['杯子碎了', '马上补发']);
  await expect(qing.conversations).toHaveCount(1);
  await expect(ci.conversations).toHaveCount(1);

  await qing.closes('慢走，欢迎再来');
  await anna.hears('慢走，欢迎再来');
  await anna.isTold('会话已结束');
  await anna.says('还有一个问题');
  await qing.takesUp('还有一个问题');
  await expect(qing.said).toHaveText(['还有一个问题']);
});
