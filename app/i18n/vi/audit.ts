/** The audit trail, read by those who watch over the city's own people. */
export const audit = {
  title: 'Nhật ký kiểm tra',
  what: 'Ai đã làm gì, với đối tượng nào, khi nào. Nhật ký chỉ ghi thêm, không ai sửa hoặc xóa được.',
  from: 'Từ ngày',
  to: 'Đến ngày',
  at: 'Thời điểm',
  actor: 'Người thực hiện',
  action: 'Việc đã làm',
  anyAction: 'Mọi việc',
  subject: 'Đối tượng',
  before: 'Trước',
  after: 'Sau',
  show: 'Xem',
  none: 'Không có dòng nào phù hợp. Xin nới khoảng ngày hoặc bỏ bớt điều kiện.',
  older: 'Các dòng cũ hơn',
  problem: 'Có ngày chưa đúng',
  notADay: 'Xin nhập một ngày có thật',
}
