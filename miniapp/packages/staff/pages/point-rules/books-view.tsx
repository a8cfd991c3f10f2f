import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { Answer } from '../../../../components/page';
import { PhotoGrid } from '../../../../components/photo-grid';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { PointsLine } from '../../../../points/points-line';
import { AdoptSheet } from './adopt-sheet';
import { DraftView } from './draft-view';
import { type Book, type DraftRule, rulesOf } from './rule-draft';

/** The versions of a place; a draft is begun from the rules in force and is adopted by the town after the villagers' meeting. */
export function BooksView({ villageCode }: { villageCode: string }) {
  const query = useApi('points.books', { villageCode });
  const inForce = useApi('points.rules', { villageCode });
  const [begun, setBegun] = useState<{ rules: DraftRule[]; splitRule: Book['splitRule']; yearEnd: Book['yearEnd'] }>();
  const [adopting, setAdopting] = useState<Book>();
  if (begun)
    return (
      <DraftView
        villageCode={villageCode}
        begun={begun.rules}
        splitBegun={begun.splitRule}
        yearEndBegun={begun.yearEnd}
        onClose={() => setBegun(undefined)}
      />
    );
  return (
    <Answer query={query}>
      {({ items }) => {
        const draft = items.find(({ state }) => state === 'DRAFT');
        const from = draft ?? items[0] ?? inForce.data;
        return (
          <>
            {(!draft || draft.abilities.includes('edit')) && (
              <View className="buttons">
                <Button
                  onTap={() =>
                    setBegun({
                      rules: from ? rulesOf(from.items) : [],
                      splitRule: from?.splitRule ?? 'BY_ADULTS',
                      yearEnd: from?.yearEnd ?? 'KEEP',
                    })
                  }
                >
                  {draft ? '接着改草稿' : '起草新的一版'}
                </Button>
              </View>
            )}
            {!draft && (
              <View className="small">
                {items.length > 0 ? '从现在用的规则开始改。' : '从全区通用的规则开始改。'}
                改好以后拿到村民（代表）会议上表决，通过了由镇街登记。
              </View>
            )}
            {items.map((book) => (
              <BookCard key={book.id} book={book} onAdopt={() => setAdopting(book)} />
            ))}
            {items.length === 0 && <Notice title="还没有自己的规则" detail="现在用的是全区通用的规则。" />}
            {adopting && <AdoptSheet book={adopting} onClose={() => setAdopting(undefined)} />}
          </>
        );
      }}
    </Answer>
  );
}

function BookCard({ book, onAdopt }: { book: Book; onAdopt: () => void }) {
  const {
    version,
    state,
    stateText,
    adoptedText,
    effectiveFrom,
    effectiveTo,
    items,
    minutes,
    abilities,
    splitText,
    yearEndText,
  } = book;
  return (
    <Card tight>
      <View className="rules-head">
        <View className="strong">第 {version} 版</View>
        <Chip tone={state === 'DRAFT' ? 'amber' : effectiveTo ? 'neutral' : 'jade'}>{stateText}</Chip>
      </View>
      <View className="small">
        {[
          adoptedText,
          effectiveFrom && `${effectiveFrom} 起施行`,
          effectiveTo && `${effectiveTo} 止`,
          `${items.length} 条`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {items.map(({ id, title, pointsText, yearCap, evidence }) => (
        <PointsLine key={id} text={title} value={pointsText} note={`一年最多 ${yearCap} 分 · 凭${evidence}`} />
      ))}
      <View className="small">分户时：{splitText}</View>
      <View className="small">年底：{yearEndText}</View>
      {minutes.length > 0 && <PhotoGrid photos={minutes} />}
      {state === 'DRAFT' && (
        <View className="buttons rules-deeds">
          {abilities.includes('adopt') ? (
            <Button onTap={onAdopt}>会议通过了，登记</Button>
          ) : (
            <View className="second">会议通过以后，由镇街经办（不是起草的人）来登记。</View>
          )}
        </View>
      )}
    </Card>
  );
}
