import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { choose } from '../choose';
import type { Option, Say } from '../types';
import './cards.scss';

const kinds = { primary: 'primary', plain: 'plain', danger: 'danger' } as const;

export interface OptionsProps {
  options: readonly Option[];
  say: Say;
  active?: boolean;
}

/** The buttons under a card. Two stand side by side, more wrap. */
export function Options({ options, say, active = true }: OptionsProps) {
  if (options.length === 0) return null;
  return (
    <View className={`buttons buttons-wrap options ${options.length === 2 ? 'options-pair' : ''}`}>
      {options.map((option) => (
        <Button
          key={`${option.action}.${option.label}`}
          kind={kinds[option.style ?? 'plain']}
          onTap={() => choose(option, say)}
          disabled={!active}
          label={option.hint ? `${option.label}，${option.hint}` : option.label}
        >
          {option.label}
        </Button>
      ))}
    </View>
  );
}
