export const released = {
  title: 'Số liệu công bố cho đơn vị',
  through: 'Lượt đánh giá đã công bố cho đơn vị đến hết ngày {{day}}.',
  none: 'Chưa có lượt đánh giá nào được công bố cho đơn vị.',
  months: 'Tỷ lệ hài lòng 12 tháng, {{office}}',
  batches:
    'Lượt đánh giá được công bố từng đợt, mỗi đợt từ 5 lượt trở lên, sớm nhất vào ngày làm việc tiếp theo, và tính vào ngày cuối của đợt: không ai đoán được người nào đã đánh giá thế nào. Mỗi đợt chỉ gồm lượt của một tháng. Đợt mới nhất của tháng được giữ lại đến khi có đợt sau, hoặc đến khi tháng đã hết và qua 7 ngày đổi ý; nếu có loại lượt chỉ từ 1 đến 4 trong tháng thì đợt ấy được giữ lại hẳn. Vì vậy số ở đây có thể ít hơn số của Văn phòng.',
  changes: 'Khi người dân đổi ý, thay đổi được công bố ở một đợt sau, khi có từ 5 thay đổi trở lên.',
  dossiers: 'Hồ sơ đã trả và đúng hạn là số hiện có. Không nêu có bao nhiêu hồ sơ đã được đánh giá.',
  apartNow:
    'Chia từ {{n}} lượt đã công bố của chính đơn vị này trong tháng (không gồm đơn vị bên dưới), đúng như lúc được công bố.',
  oneMonth: 'Phần này chỉ có cho từng tháng. Xin chọn một tháng:',
  notTold:
    'Tháng này chưa có phần chia nào được công bố. Phần chia có khi tháng đã hết, đã qua 7 ngày người dân được đổi ý, và đơn vị có đợt công bố trong tháng.',
  byProcedure: 'Theo thủ tục',
  byChannel: 'Theo kênh nộp hồ sơ',
  byRespondent: 'Theo người đánh giá',
  verifiedShare: 'Hài lòng, lượt gắn với hồ sơ',
  shareRule:
    'Tỷ lệ của một thủ tục chỉ hiện khi trong đó và trong phần còn lại đều có từ {{k}} lượt hài lòng và từ {{k}} lượt không hài lòng, và số không hài lòng so với hài lòng không phần nào gấp hơn 2 lần hay dưới một nửa của cả đơn vị: người biết ai đến lúc nào, làm thủ tục gì cũng không đoán được ai đã không hài lòng. Kênh, người đánh giá và buổi chỉ có số lượt.',
}
