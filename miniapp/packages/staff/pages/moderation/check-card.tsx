import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Tap } from '../../../../components/tap';
import { goTopic } from '../../../../forum/go';
import { useCommand } from '../../../../hooks/use-command';
import { absoluteUrl } from '../../model/absolute-url';

export type Piece = Output<'moderation.queue'>['items'][number];

/** One piece: what it says, why it is here, who pointed at it, and the two ways it can go. */
export function CheckCard({ piece, view, onRefuse }: { piece: Piece; view: string; onRefuse: () => void }) {
  const decide = useCommand('moderation.decide', view === 'flagged' ? '留着了' : '公开了');
  const { kindLabel, clock, title, gone, authorLabel, placeLabel, atText, topicId, stage } = piece;
  const pass = () => decide.mutate({ id: piece.id, version: piece.version, decision: 'pass' });
  const isOpen = view !== 'decided';
  return (
    <Card>
      <View className="check-head">
        <Chip tone="neutral">{kindLabel}</Chip>
        {clock && <Chip tone={clock.late ? 'red' : 'amber'}>{clock.text}</Chip>}
        {!isOpen && <Chip tone={stage === 'PASSED' ? 'jade' : 'red'}>{stage === 'PASSED' ? '公开了' : '不公开'}</Chip>}
        <View className="small">{[authorLabel, placeLabel, atText].filter(Boolean).join(' · ')}</View>
      </View>
      {title && <View className="check-title">{title}</View>}
      <Words piece={piece} />
      {gone && <View className="second">作者已经删掉了。</View>}
      <Why piece={piece} />
      {piece.otherPerson && <View className="second">这是您自己发的或您定过的，要由另一个人来看。</View>}
      {isOpen && (piece.mayPass || piece.mayRefuse || topicId) && (
        <View className="check-deeds">
          {piece.mayPass && (
            <Button onTap={pass} busy={decide.isPending} label={`公开这条${kindLabel}`}>
              {view === 'flagged' ? '没有问题' : '公开'}
            </Button>
          )}
          {piece.mayRefuse && (
            <Button kind="plain" onTap={onRefuse} label={`不公开这条${kindLabel}`}>
              {view === 'appeals' ? '仍不公开' : '不公开'}
            </Button>
          )}
          {topicId && (
            <Button kind="quiet" onTap={() => goTopic(topicId)}>
              看议题
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}

/** The words with what gives somebody away marked, or the picture. */
function Words({ piece: { words, exposed, pictureUrl, kindLabel } }: { piece: Piece }) {
  if (pictureUrl) {
    const url = absoluteUrl(pictureUrl);
    return (
      <Tap label="看大图" onTap={() => void Taro.previewImage({ urls: [url] })}>
        <Image className="check-picture" src={url} mode="aspectFit" ariaLabel={`等核对的${kindLabel}`} />
      </Tap>
    );
  }
  if (!words) return null;
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of exposed) {
    parts.push({ text: words.slice(at, start), marked: false }, { text: words.slice(start, end), marked: true });
    at = end;
  }
  parts.push({ text: words.slice(at), marked: false });
  return (
    <View className="check-words">
      {parts.map(({ text, marked }, index) => (
        <Text key={`${index}:${text}`} className={marked ? 'check-exposed' : ''}>
          {text}
        </Text>
      ))}
    </View>
  );
}

/** Why a person has to look, in sentences. */
function Why({ piece: { because, rule, note, flags, reports, reportCount, appealText } }: { piece: Piece }) {
  const lines = [
    because && `原因：${because}`,
    rule && `可能违反：${rule.title}`,
    note && `上次的说明：${note}`,
    ...flags.map((flag) => `留意：${flag}`),
    reportCount > 0 && `${reportCount} 人举报`,
  ].filter((line): line is string => typeof line === 'string');
  if (lines.length === 0 && !appealText && reports.length === 0) return null;
  return (
    <View className="check-why">
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      {reports.map(({ reason, note: said, atText }, index) => (
        <View key={`${index}${atText}`} className="small">
          {[reason, said, atText].filter(Boolean).join(' · ')}
        </View>
      ))}
      {appealText && <View>作者说：{appealText}</View>}
    </View>
  );
}
