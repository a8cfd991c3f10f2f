import { Image } from '@tarojs/components';
import { access, decorative } from '../tap/access';
import { drawIcon, type IconName, paths } from './paths';
import './index.scss';

const colours = {
  jade: '#0F7B5F',
  ink: '#1B1F23',
  muted: '#57606A',
  white: '#FFFFFF',
  red: '#B42318',
  amber: '#9A5B00',
};
type Tone = keyof typeof colours;

/** A decorative line drawing. Its meaning must also stand in words beside it or in the accessible name of what holds it. */
export function Icon({ name, tone = 'jade', size = 'm' }: { name: IconName; tone?: Tone; size?: 's' | 'm' | 'l' }) {
  return (
    <Image
      className={`icon icon-${size}`}
      src={`data:image/svg+xml,${encodeURIComponent(drawIcon(name, colours[tone]))}`}
      mode="aspectFit"
      {...access({ hidden: true })}
      {...decorative}
    />
  );
}

/** The drawing for a name the server sent, or the speech bubble for one this build does not know. */
export function knownIcon(name: string | undefined): IconName {
  return name && Object.keys(paths).includes(name) ? (name as IconName) : 'say';
}
