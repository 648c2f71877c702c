/** Offices beside each other: the funnel, what is marked, small pictures of trends. */
export const between = {
  title: 'So sánh',
  sentence: {
    compared:
      '{{n}} cơ quan, đơn vị so với mục tiêu 95%: {{below}} thấp hơn và {{above}} cao hơn một cách chắc chắn.',
    hidden: '{{n}} nơi ít lượt nên không vẽ.',
    none: 'chưa có cơ quan, đơn vị nào đủ lượt để so sánh.',
  },
  funnel: {
    title: 'Tỷ lệ hài lòng theo số lượt đánh giá',
    drawn:
      'Biểu đồ phễu: {{n}} cơ quan, đơn vị, {{marked}} nơi khác mục tiêu một cách chắc chắn. Số liệu ở bảng ngay dưới hình.',
    axis: 'Số lượt đánh giá (thang lôgarit)',
    target: 'mục tiêu 95%',
    targetLine: 'vạch đứt đậm: mục tiêu 95%',
    point: '{{name}}: {{share}} trên {{n}} lượt',
    source:
      'Nguồn: lượt đánh giá của người dân, doanh nghiệp; {{n}} lượt. Hai đường đứt: giới hạn 95%; hai đường liền: giới hạn 99,8% quanh mục tiêu, tính chính xác theo phân phối nhị thức. Tam giác: khác mục tiêu một cách chắc chắn. Trục đứng không bắt đầu từ 0%.',
  },
  column: {
    ratings: 'Lượt đánh giá',
    share: 'Tỷ lệ hài lòng',
    limits: 'Giới hạn quanh 95%',
    place: 'Vị trí',
  },
  limit: '{{percent}}: {{range}}',
  notDrawn: 'không vẽ vì ít lượt',
  place: {
    inside: 'trong giới hạn',
    below_95: 'dưới giới hạn 95%',
    above_95: 'trên giới hạn 95%',
    below_998: 'dưới giới hạn 99,8%',
    above_998: 'trên giới hạn 99,8%',
  },
  marked: { below: 'chắc chắn thấp hơn mục tiêu', above: 'chắc chắn cao hơn mục tiêu' },
  trends: {
    title: '12 tháng của từng cơ quan, đơn vị, cùng một thang',
    drawn: 'Đường 12 tháng; tháng gần nhất có số: {{share}}. Số liệu từng tháng ở bảng bên dưới.',
    without: '{{n}} nơi chưa có tháng nào đủ lượt nên không vẽ.',
    source:
      'Từ {{from}} đến {{to}}; mọi hình từ {{lowest}} đến 100%. Vạch đứt: mục tiêu 95%. Tháng ít lượt để trống.',
    table: 'Bảng tỷ lệ từng tháng',
    pictures: 'Xem bằng hình',
  },
  export: {
    lower: 'Giới hạn dưới {{percent}}',
    upper: 'Giới hạn trên {{percent}}',
    p: 'Giá trị p (hai phía)',
    differs: 'Khác mục tiêu',
    ownTarget: 'Chỉ tiêu tự đặt',
    ratingsOf: 'Lượt {{month}}',
    shareOf: 'Tỷ lệ {{month}}',
  },
  notes: {
    limits:
      'Giới hạn quanh mục tiêu 95%: nếu một nơi thật sự đạt đúng 95% thì với số lượt ấy, chỉ 5% (hoặc 0,2%) trường hợp nằm ngoài. Ít lượt thì giới hạn rộng (Spiegelhalter 2005).',
    marks:
      'Khi nhìn nhiều nơi cùng lúc, vài nơi sẽ nằm ngoài chỉ do ngẫu nhiên. Dấu ▲▼ theo cách Benjamini-Hochberg: trong số các dấu, trung bình nhiều nhất 5% là do ngẫu nhiên. Trang Tổng quan dùng đúng dấu này khi nói đơn vị nào thấp hơn mục tiêu.',
    order: 'Thứ tự là thứ tự của cây tổ chức. Đây không phải bảng xếp hạng.',
    parents: 'Cơ quan cấp trên không vẽ riêng, vì số của họ gồm số của các đơn vị bên dưới.',
    trends: 'Mỗi tháng tính theo định nghĩa chỉ số và cây tổ chức của tháng đó.',
    definition: 'Định nghĩa chỉ số số {{version}}.',
    hidden: 'Nơi không hiện thì không vẽ và không tham gia so sánh.',
  },
}
