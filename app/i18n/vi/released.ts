export const released = {
  title: 'Số liệu công bố cho đơn vị',
  through: 'Lượt đánh giá đã công bố cho đơn vị đến hết ngày {{day}}.',
  none: 'Chưa có lượt đánh giá nào được công bố cho đơn vị.',
  months: 'Tỷ lệ hài lòng 12 tháng, {{office}}',
  batches:
    'Lượt đánh giá được công bố từng đợt, mỗi đợt từ 5 lượt trở lên, sớm nhất vào ngày làm việc tiếp theo, và tính vào ngày cuối của đợt: không ai đoán được người nào đã đánh giá thế nào. Vì vậy số ở đây có thể ít hơn số của Văn phòng.',
  changes: 'Khi người dân đổi ý, thay đổi được công bố ở một đợt sau, khi có từ 5 thay đổi trở lên.',
  dossiers: 'Hồ sơ đã trả và đúng hạn là số hiện có. Không nêu có bao nhiêu hồ sơ đã được đánh giá.',
}
