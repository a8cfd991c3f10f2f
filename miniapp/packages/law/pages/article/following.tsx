import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Answer } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { MarkedText } from '../../components/marked-text';

interface FollowingProps {
  id: string;
  on: string;
  from: { no: number; sub: number };
}

/** The articles after one, ten at a time, for whoever reads on. */
export function Following({ id, on, from }: FollowingProps) {
  const [shown, setShown] = useState(0);
  const query = useApi('laws.read', { id, on, from, limit: Math.max(1, shown) }, { enabled: shown > 0 });
  const more = () => setShown((count) => Math.min(60, count + 10));
  if (shown === 0)
    return (
      <Button kind="quiet" onTap={more}>
        接着往下读
      </Button>
    );
  return (
    <Answer query={query}>
      {({ items, next }) => (
        <>
          {items.map(({ no, sub, label, text }) => (
            <Card key={`${no}.${sub}`} title={label} tight>
              <MarkedText text={text} marks={[]} />
            </Card>
          ))}
          <View>
            {next && shown < 60 && (
              <Button kind="quiet" onTap={more} busy={query.isFetching}>
                再读十条
              </Button>
            )}
          </View>
        </>
      )}
    </Answer>
  );
}
