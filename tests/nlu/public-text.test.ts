import fc from 'fast-check';
import { exposedIn } from '#server/nlu/public-text';

const found = (text: string) => exposedIn(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('what gives somebody away in a public text', () => {
  it.each([
    ['打 13812345678 找我', ['phone 13812345678']],
    ['车牌川Q12345，身份证511502199001011234', ['plate 川Q12345', 'id_card 511502199001011234']],
    ['3栋2单元501漏水', ['address 3栋2单元501']],
    ['住在5号楼1202室', ['address 5号楼1202室']],
    ['12号楼3单元8楼802', ['address 12号楼3单元8楼802']],
    ['高桥村3组12号门口', ['address 3组12号']],
    ['二组5号的狗', ['address 二组5号']],
    ['我女儿叫李小花', ['minor 女儿叫李小花']],
    ['王小明（8岁）在路边玩', ['minor 王小明（8岁']],
    ['张浩今年15岁', ['minor 张浩今年15岁']],
    ['陈晨在翠屏小学三年级', ['minor 陈晨在翠屏小学三年级']],
  ])('is found: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    '3栋楼下的路灯坏了',
    '5号楼的电梯坏了，二单元也坏了',
    '这条路在3组和4组之间',
    '一共 3 栋 240 户',
    '人民路12号旁边的垃圾站',
    '3栋2000元的电梯费',
    '学生上学路上没有斑马线，孩子过马路危险',
    '王大爷 72岁了，走不动',
    '小区建成12年了，能不能加装电梯',
    '孩子王超市门口',
    '每个月 1200 元，交了 3 年',
    '会议 2026年11月25日 10:00 在村委会',
  ])('is not seen where nobody is given away: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('lies in the text, in order, without overlapping, whatever the text', () => {
    const piece = fc.constantFrom(
      '3栋2单元501',
      '川Q12345',
      '13812345678',
      '儿子叫王小明',
      '，',
      '路灯坏了',
      ' ',
      '12',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          let before = 0;
          for (const { start, end } of exposedIn(text)) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        },
      ),
    );
  });
});
