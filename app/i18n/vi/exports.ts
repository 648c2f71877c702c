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
  rows: {
    menu: 'Từng lượt',
    title: 'Từng lượt đánh giá, một dòng một lượt',
    about:
      'Dành cho người giám sát, kiểm tra. Dùng khi cần tính lại từ đầu; để xem kết quả, xin dùng các bảng đã có.',
    columns:
      'Mỗi dòng: ngày, buổi (sáng, chiều), cơ quan, thủ tục, kênh, giai đoạn, loại lượt, đối tượng, mức. Không có giờ, biên nhận, góp ý.',
    hidden:
      'Tệp này không che số nhỏ: ai biết ai đã đến vào buổi nào có thể đoán ra người đó đã chọn gì. Không gửi tiếp, không đưa lên mạng, xóa khi xong việc.',
    recorded: 'Mỗi lần tạo tệp được ghi vào nhật ký: ai, khi nào, những ngày nào, bao nhiêu lượt.',
    kept: 'Các dòng được xếp theo nội dung, không theo thứ tự người đến.',
    busy: 'Đang tạo nhiều tệp cùng lúc. Xin thử lại sau một phút.',
    none: '{{period}}: không có lượt đánh giá nào.',
    start: 'Tạo tệp CSV {{n}} lượt ({{period}})',
    jobTitle: 'Từng lượt đánh giá, {{period}}',
    progress: 'Tiến độ',
    running: 'Đang chuẩn bị: đã ghi {{written}} trên {{total}} lượt.',
    refreshes: 'Trang tự tải lại mỗi giây.',
    still: 'Dừng tự tải lại',
    again: 'Tải lại trang này',
    failed: 'Chưa tạo được tệp. Xin thử lại.',
    ready: 'Tệp đã sẵn sàng',
    done: 'Đã xong: {{n}} lượt.',
    file: 'Tải tệp CSV ({{size}} KB)',
    keptFor: 'Tệp được giữ 30 phút rồi tự xóa.',
    back: 'Chọn kỳ khác',
  },
}
