import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Page } from '../../../../components/page';
import { Notice } from '../../../../components/state';
import { useApi } from '../../../../hooks/use-api';
import { useCommand } from '../../../../hooks/use-command';
import { useSession } from '../../../../hooks/use-session';
import type { Me } from '../../../../services/session-store';
import { Desk } from '../../components/desk';
import { useWide } from '../../hooks/use-wide';
import { goFiled } from '../../model/report-for';
import { villagesOf } from '../book-for/form';
import { AlikeCard, mayOpen, useAlike } from './alike';
import { ReportFields } from './fields';
import { type Filed, FiledNotice } from './filed';
import { inputOf, type Problems, problemsFrom, problemsOf, type Report, useReport } from './form';
import './index.scss';

const title = '代报';

/** 代报: staff write down a report for somebody without a phone. */
export default function ReportForPage() {
  const { me } = useSession();
  const asked = useApi('me.get', {}, { enabled: !me });
  const who = me ?? asked.data;
  if (!who) {
    return (
      <Page title={title} query={asked}>
        {() => null}
      </Page>
    );
  }
  if (!who.abilities.includes('workbench')) {
    return (
      <Page title={title}>
        <Notice title="代报是给工作人员用的" detail="您自己的事，可以在服务台直接说。" />
      </Page>
    );
  }
  return <ReportForm key={who.id} me={who} />;
}

function ReportForm({ me }: { me: Me }) {
  const near = villagesOf(me.posts);
  const { report, resumed, change, clear } = useReport(me.id, near[0]);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Problems>({});
  const alike = useAlike(report);
  const open = useCommand('tickets.open', '报上去了');
  const [filed, setFiled] = useState<Filed>();
  const wide = useWide();
  const gaps = problemsOf(report);
  const similar = alike.data?.items ?? [];

  const edit = (part: Partial<Report>) => {
    change(part);
    // What the desk said of a field holds until that field is changed.
    setRefused((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !Object.keys(part).includes(field))),
    );
  };
  const send = () => {
    setTried(true);
    const [missing] = Object.values(gaps);
    if (missing) return void Taro.showToast({ title: missing, icon: 'none' });
    open.mutate(inputOf(report), {
      onSuccess: (ticket) => {
        clear();
        setTried(false);
        if (mayOpen(ticket)) goFiled(ticket.id);
        else setFiled(ticket);
      },
      onError: ({ fields }) => setRefused(problemsFrom(fields)),
    });
  };

  if (filed) {
    return (
      <Page title={title}>
        <FiledNotice filed={filed} onNext={() => setFiled(undefined)} />
      </Page>
    );
  }
  const says = sayingOf({ tried, gaps, failure: open.error?.message, resumed });
  const fields = (
    <>
      {says && <View className="report-for-note">{says}</View>}
      <ReportFields report={report} near={near} problems={{ ...refused, ...(tried ? gaps : {}) }} onChange={edit} />
    </>
  );
  const button = (
    <Button onTap={send} busy={open.isPending || alike.isLoading}>
      {similar.length > 0 ? '不是同一件，报上去' : '报上去'}
    </Button>
  );
  if (!wide) {
    return (
      <Page title={title} foot={button}>
        {fields}
        <AlikeCard items={similar} />
      </Page>
    );
  }
  return (
    <Page title={title} wide>
      <Desk
        room="queue"
        main={
          <>
            <View className="report-for-scroll">
              <View className="report-for-column">
                <View className="report-for-title">替没有手机的居民报一件事</View>
                {fields}
              </View>
            </View>
            <View className="report-for-foot">
              <View className="report-for-column">{button}</View>
            </View>
          </>
        }
        aside={
          <View className="desk-facts">
            {similar.length > 0 ? (
              <AlikeCard items={similar} />
            ) : (
              <View className="second">写好什么事、选好分类和村（社区），附近相像的事会列在这里。</View>
            )}
          </View>
        }
      />
    </Page>
  );
}

/** The one sentence over the form: what stands in the way, else that an earlier draft is back. */
function sayingOf({
  tried,
  gaps,
  failure,
  resumed,
}: {
  tried: boolean;
  gaps: Problems;
  failure: string | undefined;
  resumed: boolean;
}): string {
  const missing = Object.values(gaps)[0];
  if (tried && missing) return `还不能报：${missing}。`;
  if (failure) return `${failure}。您写的还在。`;
  return resumed && !tried ? '上次没报完的还在，接着写就行。' : '';
}
