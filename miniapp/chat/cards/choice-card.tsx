import { View } from '@tarojs/components';
import { Tap } from '../../components/tap';
import { choose } from '../choose';
import type { OptionsProps } from './options';
import './cards.scss';

/** One thing to choose: a list of lines, each as wide as the talk. */
export function ChoiceCard({ options, say, active = true }: OptionsProps) {
  return (
    <View className="choices">
      {options.map((option) => (
        <Tap
          key={`${option.action}.${option.label}`}
          className={`choice choice-${option.style ?? 'plain'}`}
          onTap={() => choose(option, say)}
          disabled={!active}
          label={option.hint ? `${option.label}，${option.hint}` : option.label}
        >
          <View className="choice-label">{option.label}</View>
          {option.hint && <View className="small">{option.hint}</View>}
        </Tap>
      ))}
    </View>
  );
}
