import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { timeText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import { Button } from '../../../../components/button';
import { Answer, Page } from '../../../../components/page';
import { useApi } from '../../../../hooks/use-api';
import { useSession } from '../../../../hooks/use-session';
import { inWechat } from '../../../../services/platform';
import { CoverageCard } from '../../components/coverage-card';
import { MonthBars } from '../../components/month-bars';
import { spanOfParams } from '../../supervision/period';
import { bys } from '../../supervision/score';
import './index.scss';
import { ScoreTable } from './table';

/** The report of a month or quarter, made for paper: figures of advisors, firms and towns, six months beside each other, and the gaps. */
export default function ReportPage() {
  const span = spanOfParams(useRouter().params, new Date());
  const { me } = useSession();
  const trend = useApi('supervision.trend', { by: 'district', ...span });
  const head = useApi('supervision.scores', { ...span, by: 'advisor' });
  const now = new Date();
  return (
    <Page title="考核报告" wide query={head}>
      {({ label, weights, items }) => (
        <View className="report">
          <View className="report-title">翠屏区村（居）法律顾问督导考核报告</View>
          <View className="report-about">
            {label} · 制表 {me?.name ?? ''} {dayOf(now)} {timeText(now)}
          </View>
          <View className="report-tools">
            {inWechat ? (
              <View className="second">请在电脑浏览器里打开工作台，用“打印”存成 PDF 或打出来。</View>
            ) : (
              <Button onTap={() => window.print()}>打印或存成 PDF</Button>
            )}
          </View>
          <View className="report-part">
            <View className="report-heading">一、总的情况</View>
            <View>{overallWords(items)}</View>
            <View className="small">
              满分：{weights.map((one) => `${one.label} ${one.of}`).join(' · ')}；优秀 90、称职 80、基本称职 60 分以上。
            </View>
            <Answer query={trend}>{({ months }) => <MonthBars months={months} />}</Answer>
          </View>
          {bys.map(({ value, label: name }, at) => (
            <View key={value} className="report-part">
              <View className="report-heading">
                {['二', '三', '四'][at]}、按{name}
              </View>
              <ScoreTable by={value} span={span} />
            </View>
          ))}
          <View className="report-part">
            <View className="report-heading">五、覆盖</View>
            <CoverageCard whole />
          </View>
          <View className="report-signs">
            <View>制表：＿＿＿＿＿＿</View>
            <View>审核：＿＿＿＿＿＿</View>
            <View>日期：＿＿＿＿＿＿</View>
          </View>
        </View>
      )}
    </Page>
  );
}

/** The period in one sentence. */
function overallWords(
  items: readonly {
    score: number | null;
    onsiteHours: number;
    dueHours: number;
    consultations: number;
    lectures: number;
  }[],
): string {
  const sum = (of: (one: (typeof items)[number]) => number) =>
    Math.round(items.reduce((all, one) => all + of(one), 0) * 10) / 10;
  const assessed = items.filter(({ score }) => score !== null);
  const good = assessed.filter(({ score }) => (score ?? 0) >= 80).length;
  return [
    `考核法律顾问 ${assessed.length} 名，称职以上 ${good} 名`,
    `到村 ${sum((one) => one.onsiteHours)} 小时（应到 ${sum((one) => one.dueHours)} 小时）`,
    `接待咨询 ${sum((one) => one.consultations)} 次，讲座 ${sum((one) => one.lectures)} 场。`,
  ].join('；');
}
