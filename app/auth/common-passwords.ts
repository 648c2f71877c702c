const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Passwords that guessing programs try first, as people type them (lower case, no Vietnamese marks). */
export const COMMON_PASSWORDS = words(`
  12345678 123456789 1234567890 12345678910 123456789a a123456789 0123456789 0987654321 9876543210 987654321
  87654321 11223344 1122334455 12341234 123123123 12312312 123321123 11112222 22223333 12344321 123454321
  13579246 24681012 147258369 159753456 741852963 789456123 147896325 159357258 01234567 00001111 10203040
  19001900 20002000 20102010 20202020 20232023 20242024 20252025 20262026 01011990 01011980 02091945 30041975
  19051890 07051954 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwe123456 qweasdzxc qazwsxedc qazwsx123
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 q1w2e3r4
  abcd1234 abc12345 abc123456 abcdefgh abcdefg1 a1b2c3d4 aa123456 aa12345678 123456aa 123456abc 123abc456
  passw0rd p@ssw0rd p@ssword pa55word passwd123 letmein1 letmein123 trustno1 iloveyou iloveyou1 iloveyou2
  sunshine princess football baseball superman whatever starwars computer internet michelle jennifer jessica1
  dragon123 monkey123 master123 shadow123 welcome1 welcome123 changeme changeme1 default1 temp1234 test1234
  testtest guest123 user1234 root1234 toor1234 admin123 admin1234 admin12345 admin888 administrator 1234admin
  anhyeuem anhyeuem1 emyeuanh yeuemnhieu anhnhoem emnhoanh toiyeuban banyeutoi yeuthuong hanhphuc khongbiet
  khongcho khongnho quenmatkhau mothaiba motnamsau tuoitho1 giadinh1 conyeume meyeucon bome1234 boyeume1
  tinhyeu1 camonban chaoban1 xinchao1 vietnamvodich vietnamoi dienbienphu bacho1905 langsonquehuong
`)

/** Words that stay common with a year, a serial number or a mark at their end. */
export const COMMON_STEMS = words(`
  password passwort pass admin administrator root user guest test demo temp default welcome login letmein qwerty
  abc abcd abcde abcdef abcxyz iloveyou dragon monkey master hello sunshine superman football
  matkhau matkhaucuatoi mk matkhaumoi quantri quantrivien nguoidung taikhoan dangnhap thunghiem
  vietnam hanoi saigon hochiminh tphcm danang haiphong langson tplangson thanhpholangson xulang caobang
  bacgiang thainguyen donghoa tamthanh hoangvanthu vinhtrai dongkinh chilang hoangdong quanglac maipha kylua
  luongvantri caoloc dongdang huunghi
  ubnd uybannhandan ubndtp ubndtplangson ubndlangson hdnd hdndubnd vanphong vanphonghdnd noivu phongnoivu tuphap
  motcua bophanmotcua tiepdan hanhchinh dichvucong congchuc canbo chuyenvien lanhdao chutich bithu
  hailong danhgia danhgiahailong khaosat hosophapche phuong phuongxa xaphuong
  anhyeuem emyeuanh yeuem yeuanh anhnhoem tinhyeu giadinh hanhphuc bome meyeu conyeu vuive xinchao chaoban camon
  nguyen nguyenvan tranvan levan hoangvan nong nongvan lythi trieu vanhoa
`)
