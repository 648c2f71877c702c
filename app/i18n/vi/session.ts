export const session = {
  title: 'Đăng nhập',
  forStaff:
    'Trang này dành cho cán bộ, công chức. Người dân đánh giá bằng mã QR trên giấy hẹn hoặc tại quầy, không cần đăng nhập.',
  email: 'Thư điện tử',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  problemTitle: 'Chưa đăng nhập được',
  wrong: 'Thư điện tử hoặc mật khẩu chưa đúng. Xin kiểm tra lại rồi thử lại.',
  tooMany:
    'Đã có nhiều lần thử chưa đúng. Xin thử lại sau {{minutes}} phút, hoặc đăng nhập từ máy Ông/Bà đã từng đăng nhập.',
}
