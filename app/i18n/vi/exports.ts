/** The files that tables can be downloaded as, and what their columns are called where no page says it. */
export const exports = {
  download: 'Tải bảng này ({{kind}})',
  tooMany: 'Bảng dài hơn {{n}} dòng, quá dài cho tệp XLSX. Xin tải tệp CSV hoặc thu hẹp khoảng ngày.',
  column: {
    id: 'Mã',
    includes: 'Gồm cả',
    satisfied: 'Hài lòng và rất hài lòng',
    lower: 'Cận dưới 95%',
    upper: 'Cận trên 95%',
    sequence: 'Số thứ tự',
    subjectKind: 'Loại đối tượng',
    answers: '{{indicator}}: số lượt trả lời',
  },
}
