import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, type ChipTone } from '../../../../components/chip';
import { Answer, Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { goTopic } from '../../../../forum/go';
import { usePages } from '../../../../hooks/use-pages';
import { goRules } from '../../../../moderation/go';
import { AppealSheet } from './appeal-sheet';
import './index.scss';

type Piece = Output<'moderation.mine'>['items'][number];

const tones: Readonly<Record<Piece['stage'], ChipTone>> = {
  WAITING: 'amber',
  ASKED: 'amber',
  HELD: 'amber',
  PASSED: 'jade',
  REFUSED: 'red',
};
const states: Readonly<Record<Piece['stage'], string>> = {
  WAITING: '正在核对',
  ASKED: '正在核对',
  HELD: '等人工核对',
  PASSED: '已公开',
  REFUSED: '没有通过',
};

/** 我发的内容: what others do not see yet or will not see, the rule by name, and asking for another person to look. */
export default function OwnPage() {
  const { query, more, hasMore } = usePages('moderation.mine', { limit: 20 });
  const [appealing, setAppealing] = useState<Piece>();
  return (
    <Page title="我发的内容">
      <Answer query={query}>
        {(pieces) => (
          <>
            {pieces.map((piece) => (
              <PieceCard key={piece.id} piece={piece} onAppeal={() => setAppealing(piece)} />
            ))}
            {pieces.length === 0 && (
              <Notice
                title="您发的内容都公开了"
                detail="没有等核对的，也没有被隐藏的。"
                next={{ label: '看公开内容的规则', onTap: goRules }}
              />
            )}
            {pieces.length > 0 && (
              <View className="buttons">
                {hasMore && (
                  <Button kind="quiet" onTap={more} busy={query.isFetchingNextPage}>
                    看更多
                  </Button>
                )}
                <Button kind="plain" onTap={goRules}>
                  看公开内容的规则
                </Button>
              </View>
            )}
          </>
        )}
      </Answer>
      {appealing && <AppealSheet piece={appealing} onClose={() => setAppealing(undefined)} />}
    </Page>
  );
}

function PieceCard({ piece, onAppeal }: { piece: Piece; onAppeal: () => void }) {
  const { kindLabel, stage, words, rule, note, appeal, atText, dueText, mayAppeal, topicId } = piece;
  return (
    <Card>
      <View className="own-head">
        <Chip tone={tones[stage]}>{states[stage]}</Chip>
        <View className="small">
          {kindLabel} · {atText}
        </View>
      </View>
      <View className="own-words">{words || '（图片）'}</View>
      <View className="own-why">
        {stage === 'HELD' && <View>工作人员看过才公开{dueText ? `，${dueText}有结果` : ''}。</View>}
        {stage === 'REFUSED' && rule && (
          <>
            <View>违反“{rule.title}”</View>
            <View className="second">{note ?? rule.text}</View>
          </>
        )}
        {appeal && <View className="second">{appealText(appeal, dueText)}</View>}
      </View>
      {(mayAppeal || topicId) && (
        <View className="own-deeds">
          {mayAppeal && (
            <Button kind="plain" onTap={onAppeal}>
              申请换人复核
            </Button>
          )}
          {topicId && (
            <Button kind="quiet" onTap={() => goTopic(topicId)}>
              看那个议题
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}

function appealText(appeal: NonNullable<Piece['appeal']>, dueText: string | null): string {
  if (appeal === 'OPEN') return `正由另一个人复核${dueText ? `，${dueText}答复` : ''}。`;
  return appeal === 'GRANTED' ? '复核后改为公开了。' : '另一个人复核过，仍不公开。';
}
