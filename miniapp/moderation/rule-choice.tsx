import { Text, View } from '@tarojs/components';
import { Tap } from '../components/tap';
import { access } from '../components/tap/access';
import './rule-choice.scss';

interface Rule<C extends string> {
  code: C;
  title: string;
  text: string;
}

/** Which rule is broken: each with what it says. */
export function RuleChoice<C extends string>({
  rules,
  chosen,
  onChoose,
}: {
  rules: readonly Rule<C>[];
  chosen: C | undefined;
  onChoose: (code: C) => void;
}) {
  return (
    <View className="rule-choice" {...access({ role: 'radiogroup', label: '违反哪一条' })}>
      {rules.map(({ code, title, text }) => (
        <Tap
          key={code}
          className={`rule-choice-one ${code === chosen ? 'rule-choice-on' : ''}`}
          role="radio"
          checked={code === chosen}
          onTap={() => onChoose(code)}
          label={`${title}。${text}`}
        >
          <View className="rule-choice-name">
            <Text>{title}</Text>
            {code === chosen && <Text className="rule-choice-mark">已选</Text>}
          </View>
          <View className="small">{text}</View>
        </Tap>
      ))}
    </View>
  );
}
