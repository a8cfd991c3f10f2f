import { Text } from '@tarojs/components';
import './booking-card.scss';

/** A time in words, broken between the day and the hour only. */
export function When({ children }: { children: string }) {
  return (
    <>
      {children.split(' ').map((part) => (
        <Text key={part} className="when">
          {part}
        </Text>
      ))}
    </>
  );
}
