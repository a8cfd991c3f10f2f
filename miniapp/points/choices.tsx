import { View } from '@tarojs/components';
import { Tap } from '../components/tap';
import { access } from '../components/tap/access';
import './points.scss';

export interface RuleChoice {
  id: string;
  title: string;
  pointsText: string;
  note: string;
  disabled?: boolean;
}

/** Which rule it is about: one of a list, each with its points and what it asks for. */
export function RuleChoices({
  label,
  rules,
  chosen,
  onChoose,
}: {
  label: string;
  rules: readonly RuleChoice[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <View {...access({ role: 'radiogroup', label })}>
      {rules.map(({ id, title, pointsText, note, disabled = false }) => (
        <Tap
          key={id}
          className={`rule-choice ${id === chosen ? 'rule-choice-on' : ''}`}
          role="radio"
          checked={id === chosen}
          disabled={disabled}
          label={`${title}，${pointsText} 分，${note}`}
          onTap={() => onChoose(id)}
        >
          <View className="points-line-words">
            <View>{title}</View>
            <View className="small">{note}</View>
          </View>
          <View className={pointsText.startsWith('−') ? 'points-value points-less' : 'points-value'}>{pointsText}</View>
        </Tap>
      ))}
    </View>
  );
}
