import { View } from '@tarojs/components';
import { Tap } from '../tap';
import './index.scss';

/** A switch with a name, large enough for any thumb. */
export function Toggle({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <Tap
      className={`toggle ${on ? 'toggle-on' : ''}`}
      role="switch"
      checked={on}
      label={label}
      onTap={() => onChange(!on)}
    >
      <View className="toggle-track">
        <View className="toggle-knob" />
      </View>
    </Tap>
  );
}
