import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Segments } from '../../../../components/segments';
import { AskForm } from './ask-form';
import { CodeForm } from './code-form';
import { type Mine, OwnMoves } from './own-moves';
import { RegisterForm } from './register-form';

const ways = [
  { value: 'code', label: '有邀请码' },
  { value: 'ask', label: '知道户号' },
  { value: 'new', label: '登记新户' },
] as const;
type Way = (typeof ways)[number]['value'];

/** For somebody who belongs to no household: three ways into one. While one is asked for, it stands on top. */
export function HomelessView({ mine }: { mine: Mine }) {
  const { code } = useRouter().params;
  const [way, setWay] = useState<Way>('code');
  const asked = mine.moves.some(({ state }) => state === 'OPEN');
  return (
    <>
      <View className="second">积分是按户记的。入了户，就能看家里的积分、给家里申请加分。</View>
      <OwnMoves moves={mine.moves} />
      <Segments items={ways} answers="怎么入户" value={way} onChange={setWay} />
      {way === 'code' && <CodeForm given={code ?? ''} />}
      {way === 'ask' && !asked && <AskForm />}
      {way === 'new' && !asked && <RegisterForm homeLabel={mine.homeLabel} />}
      {way !== 'code' && asked && <View className="second">上面那件还在等确认。要改的话，先撤回。</View>}
    </>
  );
}
