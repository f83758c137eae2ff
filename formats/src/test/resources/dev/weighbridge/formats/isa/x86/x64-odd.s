xbegin 1f
1: xabort $3
movabs $0x1122334455667788,%rax
movabs 0x1122334455667788,%al
enter $16,$2
ret $8
lretl $8
extrq $1,$2,%xmm1
insertq $1,$2,%xmm1,%xmm2
extrq %xmm1,%xmm2
jrcxz 1b
jecxz 1b
loop 1b
addr32 lea 4(%eax),%ebx
addr32 lea foo(%eip),%ebx
vprotb $3,16(%rax,%rbx,4),%xmm1
vprotb $3,foo(%rip),%xmm1
bextr $0x12345,foo(%rip),%eax
bextr $0x12345,%ebx,%eax
blsfill %eax,%ebx
tzmsk (%rax),%ebx
llwpcb %rax
lwpins $7,(%rax),%ebx
pfadd (%rax),%mm1
pswapd foo(%rip),%mm1
femms
vaddph foo(%rip),%zmm1,%zmm2
vaddsh 2(%rax),%xmm1,%xmm2
vfmadd213ph 64(%rax),%zmm1,%zmm2{%k1}
vcmpph $3,%zmm1,%zmm2,%k1
vpternlogd $0x55,foo(%rip),%zmm1,%zmm2
vpternlogd $0x55,0x12345(%rax,%r9,2),%zmm1,%zmm2{%k3}{z}
vpermt2b %zmm1,%zmm2,%zmm3
vgatherdps (%rax,%zmm1,4),%zmm3{%k1}
vzeroupper
vzeroall
vpsllw $3,%xmm1,%xmm2
vpshufd $3,foo(%rip),%ymm1
vcmpps $3,foo(%rip),%ymm1,%ymm2
vpinsrw $3,(%rax),%xmm1,%xmm2
vshufps $3,%ymm1,%ymm2,%ymm3
vblendvps %ymm1,%ymm2,%ymm3,%ymm4
kmovq %k1,%rax
kshiftlq $3,%k1,%k2
vmread %rax,%rbx
ud0 (%rax),%eax
ud1 4(%rax),%eax
ud2
movb $3,foo(%rip)
movw $3,foo(%rip)
movl $3,foo(%rip)
movq $3,foo(%rip)
testb $3,foo(%rip)
testw $3,foo(%rip)
testl $3,foo(%rip)
notl foo(%rip)
imul $3,foo(%rip),%eax
imul $300,foo(%rip),%ax
shrd $3,%eax,foo(%rip)
btl $3,foo(%rip)
pinsrw $3,(%rax),%xmm1
palignr $3,foo(%rip),%xmm1
pcmpestri $3,foo(%rip),%xmm1
crc32b (%rax),%ebx
movbe (%rax),%bx
adcx foo(%rip),%rax
mov %cr0,%rax
mov %rax,%db7
rdfsbase %rax
endbr64
notrack jmp *%rax
bnd jmp 1b
cmpxchg16b (%rax)
lock cmpxchg %rax,foo(%rip)
push $0x12345678
pushw $0x1234
push $1
pushq foo(%rip)
call *foo(%rip)
jmp *foo(,%rax,8)
popq 8(%rax)
fldcw (%rax)
fbstp foo(%rip)
nopw %cs:0x200(%rax,%rax,1)
xchg %ax,%ax
pause
rep stosq
in $3,%al
out %eax,%dx
int $3
int3
syscall
sysretq
iretq
swapgs
rdtscp
invlpg (%rax)
clflushopt foo(%rip)
movdir64b (%rax),%rbx
enqcmd (%rax),%rbx
tdpbssd %tmm1,%tmm2,%tmm3
tileloadd (%rax,%rbx,1),%tmm1
sha256rnds2 %xmm0,foo(%rip),%xmm2
aeskeygenassist $3,foo(%rip),%xmm1
gf2p8affineqb $3,foo(%rip),%xmm1
