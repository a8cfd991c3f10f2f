import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Answer } from '../../../components/page';
import { Sheet } from '../../../components/sheet';
import { useApi } from '../../../hooks/use-api';
import './versions-sheet.scss';

type Change = { kind: 'same' | 'added' | 'removed'; text: string };

const states = { PENDING: '正在核对', PASSED: '', HELD: '等人工核对', REFUSED: '没有通过' } as const;

/** Every version of a topic's words and what changed from the one before. */
export function VersionsSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useApi('forum.texts', { id });
  return (
    <Sheet title="改过什么" onClose={onClose}>
      <View className="second">绿色带下划线的是加上的，划掉的是删去的。</View>
      <Answer query={query}>
        {({ items }) => (
          <>
            {items.map((version) => (
              <Card key={version.no} title={`第 ${version.no} 版${version.no === 1 ? '（最早的）' : ''}`}>
                <View className="small">
                  {[version.atText, states[version.checkState]].filter(Boolean).join(' · ')}
                </View>
                {version.reason && <View className="second">为什么改：{version.reason}</View>}
                <View className="version-title">
                  <Changes of={version.title} />
                </View>
                <View className="version-body">
                  <Changes of={version.body} />
                </View>
              </Card>
            ))}
          </>
        )}
      </Answer>
    </Sheet>
  );
}

/** Words with what was added and taken away marked, by line and colour both. */
function Changes({ of }: { of: readonly Change[] }) {
  return (
    <>
      {of.map(({ kind, text }, at) => (
        <Text key={`${at}${kind}`} className={`change-${kind}`} userSelect>
          {text}
        </Text>
      ))}
    </>
  );
}
