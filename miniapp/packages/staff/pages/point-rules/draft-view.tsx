import { View } from '@tarojs/components';
import { useState } from 'react';
import { type SplitRule, splitRuleLabel } from '#shared/domain/households/split';
import { type YearEnd, yearEndText } from '#shared/domain/points/year-end';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Segments } from '../../../../components/segments';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import { PointsLine } from '../../../../points/points-line';
import { type DraftRule, emptyRule } from './rule-draft';
import { RuleSheet } from './rule-sheet';

const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

const yearEndChoices = [
  { value: 'KEEP', label: '年底留着' },
  { value: 'RESET', label: '年底清零' },
] as const;

const splits = [
  { value: 'BY_ADULTS', label: '按人头平分' },
  { value: 'STAY', label: '留在原来的户' },
] as const;

/** The list of rules being written; it is saved as a whole. What the law keeps out stands under its rule, with the reason. */
export function DraftView({
  villageCode,
  begun,
  splitBegun,
  yearEndBegun,
  onClose,
}: {
  villageCode: string;
  begun: readonly DraftRule[];
  splitBegun: SplitRule;
  yearEndBegun: YearEnd;
  onClose: () => void;
}) {
  const [rules, setRules] = useState<readonly DraftRule[]>(begun);
  const [splitRule, setSplit] = useState(splitBegun);
  const [yearEnd, setYearEnd] = useState(yearEndBegun);
  const [open, setOpen] = useState<{ rule: DraftRule; place: number }>();
  const save = useCommand('points.draftBook', '草稿存好了', true);
  const fields = save.error?.fields ?? {};
  const problemOf = (place: number) =>
    Object.entries(fields).find(([field]) => field.startsWith(`items.${place}.`))?.[1];
  const put = (place: number, rule: DraftRule) => {
    save.reset();
    setRules(place < rules.length ? rules.map((one, at) => (at === place ? rule : one)) : [...rules, rule]);
    setOpen(undefined);
  };
  return (
    <>
      {rules.map((rule, place) => (
        <Card key={rule.code} tight>
          <PointsLine
            text={rule.title}
            value={signed(rule.points)}
            note={`${rule.category} · 一年最多 ${rule.yearCap} 分 · 凭${rule.evidence}${rule.isCharter ? ' · 写进了村规民约' : ''}`}
          />
          {problemOf(place) && <View className="field-problem">{problemOf(place)}</View>}
          <View className="buttons rules-deeds">
            <Button kind="plain" onTap={() => setOpen({ rule, place })} label={`修改「${rule.title}」`}>
              修改
            </Button>
            <Button
              kind="quiet"
              onTap={() => setRules(rules.filter((_, at) => at !== place))}
              label={`去掉「${rule.title}」`}
            >
              去掉
            </Button>
          </View>
        </Card>
      ))}
      <Card title="分户时积分怎么分" tight>
        <Segments items={yearEndChoices} answers="到了年底积分怎么办" value={yearEnd} onChange={setYearEnd} />
        <View className="small">{yearEndText(yearEnd)}。</View>
        <Segments items={splits} answers="分户时积分怎么分" value={splitRule} onChange={setSplit} />
        <View className="small">{splitRuleLabel(splitRule)}。全家商定了别的分法，按商定的来。</View>
      </Card>
      {save.error && <View className="field-problem">{sentenceOf(save.error)}，您写的还在</View>}
      <View className="buttons">
        <Button kind="plain" onTap={() => setOpen({ rule: emptyRule(rules), place: rules.length })}>
          加一条
        </Button>
        <Button
          onTap={() => save.mutate({ villageCode, items: [...rules], splitRule, yearEnd }, { onSuccess: onClose })}
          busy={save.isPending}
          disabled={rules.length === 0}
        >
          保存草稿
        </Button>
      </View>
      <View className="buttons">
        <Button kind="quiet" onTap={onClose}>
          不改了
        </Button>
      </View>
      {open && (
        <RuleSheet rule={open.rule} onDone={(rule) => put(open.place, rule)} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
