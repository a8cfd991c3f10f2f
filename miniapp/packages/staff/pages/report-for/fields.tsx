import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { PhotoInput } from '../../components/photo-input';
import { type Place, PlaceChoice } from '../../components/place-choice';
import { CategoryChoice } from './category-choice';
import { type Problems, type Report, titleOf } from './form';
import { PinChoice } from './pin-choice';

export interface ReportFieldsProps {
  report: Report;
  /** The villages of the staff member's own posts. */
  near: readonly Place[];
  problems: Problems;
  onChange: (part: Partial<Report>) => void;
}

/** Everything a report for somebody else says: what, where, whose. */
export function ReportFields({ report, near, problems, onChange }: ReportFieldsProps) {
  return (
    <>
      <Card title="什么事">
        <View className="report-for-fields">
          <Field
            label="发生了什么"
            value={report.description}
            onChange={(description) => onChange({ description })}
            placeholder="比如：三组村口的路灯坏了一个星期，晚上看不见路"
            max={2000}
            problem={problems.description}
            long
          />
          <Field
            label="标题（取开头 20 个字，可以改）"
            value={titleOf(report)}
            onChange={(title) => onChange({ title: title === '' ? undefined : title })}
            max={40}
            problem={problems.title}
          />
          <CategoryChoice
            chosen={report.categoryCode}
            onChoose={(categoryCode) => onChange({ categoryCode })}
            problem={problems.categoryCode}
          />
          <PhotoInput
            label="照片（可不附）"
            side="BEFORE"
            photos={report.photos}
            onChange={(photos) => onChange({ photos })}
            problem={problems.photos}
          />
        </View>
      </Card>
      <Card title="在哪里">
        <View className="report-for-fields">
          <PlaceChoice
            label="哪个村（社区）"
            near={near}
            chosen={report.village}
            onChoose={(village) => onChange({ village })}
            problem={problems.village}
          />
          <Field
            label="具体地点"
            value={report.address}
            onChange={(address) => onChange({ address })}
            placeholder="比如：高桥村三组村口"
            max={200}
            problem={problems.address}
          />
          <PinChoice
            pin={report.pin}
            onPin={(pin) => onChange({ pin, ...(pin && !report.address.trim() ? { address: pin.label } : {}) })}
            problem={problems.pin}
          />
        </View>
      </Card>
      <Card title="替谁报">
        <View className="report-for-fields">
          <Field
            label="本人姓名（可不写）"
            value={report.reporterName}
            onChange={(reporterName) => onChange({ reporterName })}
            max={20}
            problem={problems.reporterName}
          />
          <Field
            label="本人电话（可不写）"
            value={report.reporterPhone}
            onChange={(reporterPhone) => onChange({ reporterPhone })}
            type="number"
            max={11}
            problem={problems.reporterPhone}
          />
          <View className="small">写了电话，办理的人可以直接联系本人。</View>
        </View>
      </Card>
    </>
  );
}
