import { View } from '@tarojs/components';
import { useState } from 'react';
import { ruleBounds, ruleCategories } from '#shared/domain/points/rules';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Sheet } from '../../../../components/sheet';
import { Toggle } from '../../../../components/toggle';
import { ChoiceList } from '../../components/choice-list';
import { type DraftRule, problemsIn } from './rule-draft';

/** One rule. What cannot be entered is said at once, with the law behind it. */
export function RuleSheet({
  rule,
  onDone,
  onClose,
}: {
  rule: DraftRule;
  onDone: (rule: DraftRule) => void;
  onClose: () => void;
}) {
  const [title, setTitle] = useState(rule.title);
  const [category, setCategory] = useState(rule.category);
  const [way, setWay] = useState<'more' | 'less'>(rule.points < 0 ? 'less' : 'more');
  const [points, setPoints] = useState(String(Math.abs(rule.points)));
  const [yearCap, setYearCap] = useState(String(rule.yearCap));
  const [evidence, setEvidence] = useState(rule.evidence);
  const [isCharter, setCharter] = useState(rule.isCharter);
  const [tried, setTried] = useState(false);
  const wanted: DraftRule = {
    ...{ code: rule.code, category, title: title.trim(), evidence: evidence.trim(), isCharter },
    ...{ points: (way === 'less' ? -1 : 1) * Number(points || 0), yearCap: Number(yearCap || 0) },
  };
  const problems = problemsIn(wanted);
  const problem = (field: string) =>
    tried || (field === 'title' && title.trim().length > 1) ? problems[field] : undefined;
  const done = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) onDone(wanted);
  };
  return (
    <Sheet title="一条规则" onClose={onClose} foot={<Button onTap={done}>就这样</Button>}>
      <View className="fields">
        <Segments
          items={[
            { value: 'more', label: '加分' },
            { value: 'less', label: '扣分' },
          ]}
          answers="加分还是扣分"
          value={way}
          onChange={setWay}
        />
        <Field
          label="什么事"
          value={title}
          onChange={setTitle}
          placeholder={way === 'more' ? '比如 参加院坝清扫' : '比如 乱扔垃圾，提醒后还扔'}
          max={60}
          problem={problem('title')}
        />
        <Field
          label={`多少分（1 到 ${ruleBounds.points}）`}
          value={points}
          onChange={setPoints}
          type="number"
          max={2}
          problem={problem('points')}
        />
        <Field
          label={`一户一年最多${way === 'more' ? '加' : '扣'}多少分`}
          value={yearCap}
          onChange={setYearCap}
          type="number"
          max={3}
          problem={problem('yearCap')}
        />
        <Field
          label="凭什么"
          value={evidence}
          onChange={setEvidence}
          placeholder="比如 现场照片、签到表、调解书"
          max={100}
          problem={problem('evidence')}
        />
        <ChoiceList
          label="属于"
          choices={ruleCategories.map((name) => ({ key: name, name }))}
          chosen={category}
          onChoose={(key) => setCategory(ruleCategories.find((name) => name === key) ?? category)}
        />
        <View className="rules-head">
          <View>写进了村规民约</View>
          <Toggle on={isCharter} label="写进了村规民约" onChange={setCharter} />
        </View>
        {problem('isCharter') && <View className="field-problem">{problem('isCharter')}</View>}
      </View>
    </Sheet>
  );
}
